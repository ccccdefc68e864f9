import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Review, Reviews } from './reviews.js';
import { anything, count, schemaOf, text } from './schema.js';

export type ReviewDocument = Lying<Review>;

export const reviewSchema = schemaOf<ReviewDocument>({
  responseId: text,
  establishmentId: text,
  roundId: text,
  version: count,
  state: text,
  revision: count,
  acts: anything,
});
reviewSchema.index({ responseId: 1, version: 1 }, { unique: true });
reviewSchema.index({ roundId: 1 });

export const reviewsIn = (model: Model<ReviewDocument>, session: ClientSession | null): Reviews => {
  const documents = documentsOf(model, asIs<Review>(), session);
  return {
    byVersion: (responseId, version) => documents.one({ responseId, version }),
    ofResponse: (responseId) => documents.many({ responseId }, { version: -1 }),
    statesOf: (roundId) => documents.part({ roundId }, ['responseId', 'establishmentId', 'version', 'state']),
    add: documents.add,
    replace: (review, expected) => documents.replace({ _id: review.id, revision: expected }, review),
  };
};
