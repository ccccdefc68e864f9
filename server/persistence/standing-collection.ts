import type { ClientSession, Model } from 'mongoose';
import type { GroupCounts } from '../statistics/rank-in-group.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { count, schemaOf, text } from './schema.js';
import type { Standing, Standings } from './standings.js';

export type StandingDocument = Lying<Standing>;

export const standingSchema = schemaOf<StandingDocument>({ roundId: text, division: text, sizeBand: text, intensity: count });
standingSchema.index({ roundId: 1, division: 1, sizeBand: 1, intensity: 1 });

const none: GroupCounts = { size: 0, lower: 0, equal: 0 };

export const standingsIn = (model: Model<StandingDocument>, session: ClientSession | null): Standings => {
  const documents = documentsOf(model, asIs<Standing>(), session);
  return {
    byResponse: (responseId) => documents.one({ _id: responseId }),
    put: async (standing) => {
      if (!(await documents.replace({ _id: standing.id }, standing))) await documents.add(standing);
    },
    remove: async (responseId) => void (await documents.remove({ _id: responseId })),
    countAround: async ({ roundId, division, sizeBand, intensity }) => {
      const when = (operator: '$lt' | '$eq') => ({ $sum: { $cond: [{ [operator]: ['$intensity', intensity] }, 1, 0] } });
      const counted = await documents.gathered<GroupCounts>([
        { $match: { roundId, division, sizeBand } },
        { $group: { _id: null, size: { $sum: 1 }, lower: when('$lt'), equal: when('$eq') } },
      ]);
      const { size, lower, equal } = counted[0] ?? none;
      return { size, lower, equal };
    },
  };
};
