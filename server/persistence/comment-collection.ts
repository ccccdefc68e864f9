import type { ClientSession, Model } from 'mongoose';
import type { Comment, Comments } from './comments.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { count, moment, schemaOf, text, textOrNull } from './schema.js';

export type CommentDocument = Lying<Comment>;

export const commentSchema = schemaOf<CommentDocument>({
  responseId: text,
  establishmentId: text,
  roundId: text,
  version: count,
  question: text,
  part: { type: String, default: '' },
  answers: textOrNull,
  author: text,
  text,
  at: moment,
});
commentSchema.index({ responseId: 1, at: 1 });

export const commentsIn = (model: Model<CommentDocument>, session: ClientSession | null): Comments => {
  const documents = documentsOf(model, asIs<Comment>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ofResponse: (responseId) => documents.many({ responseId }, { at: 1, _id: 1 }),
    add: documents.add,
    removeOfResponse: (responseId) => documents.remove({ responseId }),
  };
};
