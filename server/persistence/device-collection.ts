import type { ClientSession, Model } from 'mongoose';
import type { Device, Devices } from './devices.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { moment, schemaOf, text } from './schema.js';

export type DeviceDocument = Lying<Device>;

export const deviceSchema = schemaOf<DeviceDocument>({ accountId: text, expiresAt: moment });
deviceSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
deviceSchema.index({ accountId: 1 });

export const devicesIn = (model: Model<DeviceDocument>, session: ClientSession | null): Devices => {
  const documents = documentsOf(model, asIs<Device>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    keep: async (device) => {
      if ((await documents.set({ _id: device.id }, { expiresAt: device.expiresAt })) === 0) await documents.add(device);
    },
    removeOfAccount: (accountId) => documents.remove({ accountId }),
  };
};
