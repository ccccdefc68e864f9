import type { Migration } from './migration.js';

interface Laid {
  readonly _id: string;
  readonly answers?: Readonly<Record<string, { readonly state?: string; readonly value?: { readonly truth?: boolean } }>>;
}

/**
 * What answers may be used for stands beside them, so that queries can be limited by it; and versions say what was erased of them. Answers
 * from before are read by the questions of the one edition there was.
 */
export const usesOfAnswers: Migration = {
  id: '002-uses-of-answers',
  up: async (db, session) => {
    const responses = db.collection<Laid>('responses');
    for await (const { _id, answers = {} } of responses.find({ uses: null } as object, { session }).sort({ _id: 1 })) {
      const ticked = (id: string): boolean => answers[id]?.state === 'answered' && answers[id].value?.truth === true;
      const uses = {
        statistics: ticked('notice-read'),
        ownReport: ticked('consent-own-report'),
        programMatching: ticked('consent-program-matching'),
        ministrySharing: false,
      };
      await responses.updateOne({ _id }, { $set: { uses } }, { session });
    }
    await db.collection('responseVersions').updateMany({ erased: null }, { $set: { erased: [] } }, { session });
  },
};
