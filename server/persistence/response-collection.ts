import { type ClientSession, type Model, Schema, trusted } from 'mongoose';
import { type LaidAnswers, type LaidReason, layAnswers, layReasons, liftAnswers, liftReasons } from './answer-document.js';
import { documentsOf, type Lying, type Shape } from './documents.js';
import type { Responses, StoredResponse } from './responses.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type ResponseDocument = Omit<Lying<StoredResponse>, 'answers' | 'reasons'> & {
  answers: LaidAnswers;
  reasons: readonly LaidReason[];
};

const shape: Shape<StoredResponse, ResponseDocument> = {
  lay: ({ id, answers, reasons, ...rest }) => ({ _id: id, ...rest, answers: layAnswers(answers), reasons: layReasons(reasons) }),
  // One from before it was written down who typed an answer names nobody.
  lift: ({ _id, answers, reasons, ...rest }) => ({
    id: _id,
    ...rest,
    answers: liftAnswers(answers),
    reasons: liftReasons(reasons),
    // One from before origins and corrections were kept: everything was typed, and nobody knows what was corrected.
    origins: rest.origins ?? {},
    corrections: rest.corrections ?? [],
    // One from before it was written down who typed names nobody.
    authors: rest.authors ?? {},
  }),
};

export const responseSchema = schemaOf<ResponseDocument>({
  establishmentId: text,
  roundId: text,
  editionId: text,
  editionHash: text,
  revision: count,
  status: { type: String, enum: ['draft', 'submitted'], required: true },
  answers: anything,
  reasons: anything,
  origins: anything,
  corrections: anything,
  questionRevisions: anything,
  authors: { type: Schema.Types.Mixed, default: {} },
  uses: anything,
  version: count,
  createdAt: moment,
  updatedAt: moment,
});
responseSchema.index({ establishmentId: 1, roundId: 1 }, { unique: true });
responseSchema.index({ roundId: 1, createdAt: 1 });

export const responsesIn = (model: Model<ResponseDocument>, session: ClientSession | null): Responses => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ownById: (id, establishmentId) => documents.one({ _id: id, establishmentId }),
    ofEstablishment: (establishmentId) => documents.many({ establishmentId }, { createdAt: -1, _id: 1 }),
    ofRound: (establishmentId, roundId) => documents.one({ establishmentId, roundId }),
    allowing: (use, roundId) => documents.many({ roundId, [`uses.${use}`]: true }, { createdAt: 1, _id: 1 }),
    submittedBehind: (use, roundId, after, limit) =>
      documents.many({ roundId, version: trusted({ $gt: 0 }), [`uses.${use}`]: true, _id: trusted({ $gt: after }) }, { _id: 1 }, limit),
    submittedIn: (roundIds, establishmentIds) =>
      documents.many(
        {
          roundId: trusted({ $in: [...roundIds] }),
          establishmentId: trusted({ $in: [...establishmentIds] }),
          version: trusted({ $gt: 0 }),
        },
        { createdAt: -1, _id: 1 },
      ),
    ofWholeRound: (roundId) => documents.many({ roundId }, { createdAt: 1, _id: 1 }),
    progressOf: async (roundId) => {
      const found = await documents.part({ roundId }, ['establishmentId', 'status', 'version']);
      return found.map(({ _id, ...rest }) => ({ responseId: _id, ...rest }));
    },
    removeDraft: async (id) => (await documents.remove({ _id: id, version: 0 })) === 1,
    add: documents.add,
    replace: (response, expected) => documents.replace({ _id: response.id, revision: expected }, response),
  };
};
