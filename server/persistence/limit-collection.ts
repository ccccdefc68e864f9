import { type ClientSession, type Model, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Limit, Limits } from './limits.js';
import { count, moment, schemaOf } from './schema.js';
import { AlreadyThere } from './store.js';

export type LimitDocument = Lying<Limit>;

export const limitSchema = schemaOf<LimitDocument>({ points: count, expiresAt: moment });
limitSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const limitsIn = (model: Model<LimitDocument>, session: ClientSession | null): Limits => {
  const documents = documentsOf(model, asIs<Limit>(), session);
  const get: Limits['get'] = (id, at) => documents.one({ _id: id, expiresAt: trusted({ $gt: at }) });
  return {
    get,
    count: async (id, points, at, expiresAt) => {
      for (;;) {
        const counted = await documents.increase({ _id: id, expiresAt: trusted({ $gt: at }) }, 'points', points);
        if (counted !== null) return counted;
        try {
          await documents.remove({ _id: id, expiresAt: trusted({ $lte: at }) });
          await documents.add({ id, points, expiresAt });
          return { id, points, expiresAt };
        } catch (error) {
          // Another began to count in the same moment: this one is added to that.
          if (!(error instanceof AlreadyThere)) throw error;
        }
      }
    },
    set: async (limit) => {
      if (await documents.replace({ _id: limit.id }, limit)) return;
      try {
        await documents.add(limit);
      } catch (error) {
        if (!(error instanceof AlreadyThere)) throw error;
        await documents.replace({ _id: limit.id }, limit);
      }
    },
    forget: async (id) => (await documents.remove({ _id: id })) === 1,
  };
};
