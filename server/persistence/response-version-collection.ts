import { type ClientSession, type Model, Schema } from 'mongoose';
import { withoutQuestions } from '../survey/without-questions.js';
import { type LaidAnswers, type LaidReason, layAnswers, layReasons, liftAnswers, liftReasons } from './answer-document.js';
import { documentsOf, type Lying, type Shape } from './documents.js';
import type { ResponseVersion, ResponseVersions } from './response-versions.js';
import { anything, count, moment, schemaOf, text } from './schema.js';

export type ResponseVersionDocument = Omit<Lying<ResponseVersion>, 'answers' | 'reasons'> & {
  answers: LaidAnswers;
  reasons: readonly LaidReason[];
};

const shape: Shape<ResponseVersion, ResponseVersionDocument> = {
  lay: ({ id, answers, reasons, ...rest }) => ({ _id: id, ...rest, answers: layAnswers(answers), reasons: layReasons(reasons) }),
  // One from before it was written down who typed and submitted was the respondent's.
  lift: ({ _id, answers, reasons, ...rest }) => ({
    id: _id,
    ...rest,
    answers: liftAnswers(answers),
    reasons: liftReasons(reasons),
    // One from before origins and corrections were kept: everything was typed, and nobody knows what was corrected.
    origins: rest.origins ?? {},
    corrections: rest.corrections ?? [],
    // One from before files could be attached has no list of them.
    evidence: rest.evidence ?? [],
    // One from before it was written down who typed names nobody.
    authors: rest.authors ?? {},
    submittedBy: rest.submittedBy ?? 'respondent',
  }),
};

export const responseVersionSchema = schemaOf<ResponseVersionDocument>({
  responseId: text,
  establishmentId: text,
  roundId: text,
  editionId: text,
  editionHash: text,
  version: count,
  revision: count,
  answers: anything,
  reasons: anything,
  origins: anything,
  corrections: anything,
  evidence: anything,
  hash: text,
  erased: anything,
  submittedAt: moment,
  authors: { type: Schema.Types.Mixed, default: {} },
  submittedBy: { type: String, default: 'respondent' },
});
responseVersionSchema.index({ responseId: 1, version: 1 }, { unique: true });
responseVersionSchema.index({ roundId: 1 });

export const responseVersionsIn = (model: Model<ResponseVersionDocument>, session: ClientSession | null): ResponseVersions => {
  const documents = documentsOf(model, shape, session);
  return {
    byVersion: (responseId, version) => documents.one({ responseId, version }),
    ofResponse: (responseId) => documents.many({ responseId }, { version: -1 }),
    submissionsOf: (roundId) => documents.part({ roundId }, ['responseId', 'establishmentId', 'version', 'submittedAt']),
    erase: async (version, questions) => {
      const left = withoutQuestions(version, questions);
      await documents.replace({ _id: version.id }, { ...version, ...left, erased: [...new Set([...version.erased, ...questions])] });
    },
    add: documents.add,
  };
};
