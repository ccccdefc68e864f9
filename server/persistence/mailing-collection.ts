import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Mailing, Mailings } from './mailings.js';
import { moment, schemaOf, text } from './schema.js';

export type MailingDocument = Lying<Mailing>;

export const mailingSchema = schemaOf<MailingDocument>({
  roundId: text,
  establishmentId: text,
  state: { type: String, enum: ['sending', 'sent', 'failed'], required: true },
  at: moment,
});
mailingSchema.index({ roundId: 1, at: 1 });

export const mailingsIn = (model: Model<MailingDocument>, session: ClientSession | null): Mailings => {
  const documents = documentsOf(model, asIs<Mailing>(), session);
  return {
    ofRound: (roundId) => documents.many({ roundId }, { at: 1, _id: 1 }),
    add: documents.add,
    settle: async (id, state) => void (await documents.set({ _id: id }, { state })),
  };
};
