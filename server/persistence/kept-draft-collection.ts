import type { ClientSession, Model } from 'mongoose';
import { type LaidAnswers, type LaidReason, layAnswers, layReasons, liftAnswers, liftReasons } from './answer-document.js';
import { documentsOf, type Lying, type Shape } from './documents.js';
import type { KeptDraft, KeptDrafts } from './kept-drafts.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type KeptDraftDocument = Omit<Lying<KeptDraft>, 'answers' | 'reasons'> & {
  answers: LaidAnswers;
  reasons: readonly LaidReason[];
};

const shape: Shape<KeptDraft, KeptDraftDocument> = {
  lay: ({ id, answers, reasons, ...rest }) => ({ _id: id, ...rest, answers: layAnswers(answers), reasons: layReasons(reasons) }),
  lift: ({ _id, answers, reasons, ...rest }) => ({ id: _id, ...rest, answers: liftAnswers(answers), reasons: liftReasons(reasons) }),
};

export const keptDraftSchema = schemaOf<KeptDraftDocument>({
  responseId: text,
  establishmentId: text,
  editionId: text,
  editionHash: text,
  revision: count,
  answers: anything,
  reasons: anything,
  keptAt: moment,
});
keptDraftSchema.index({ responseId: 1, keptAt: -1 });

export const keptDraftsIn = (model: Model<KeptDraftDocument>, session: ClientSession | null): KeptDrafts => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ofResponse: (responseId) => documents.many({ responseId }, { keptAt: -1, _id: 1 }),
    add: documents.add,
    removeOfResponse: (responseId) => documents.remove({ responseId }),
  };
};
