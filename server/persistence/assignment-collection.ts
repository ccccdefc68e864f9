import { type ClientSession, type Model, trusted } from 'mongoose';
import type { Assignment, Assignments } from './assignments.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { moment, momentOrNull, schemaOf, text, textOrNull } from './schema.js';

export type AssignmentDocument = Lying<Assignment>;

export const assignmentSchema = schemaOf<AssignmentDocument>({
  establishmentId: text,
  roundId: text,
  organization: textOrNull,
  accountId: textOrNull,
  assignedAt: moment,
  endedAt: momentOrNull,
});
assignmentSchema.index({ accountId: 1, endedAt: 1 });
assignmentSchema.index({ organization: 1, endedAt: 1 });
assignmentSchema.index({ establishmentId: 1, roundId: 1 });

export const assignmentsIn = (model: Model<AssignmentDocument>, session: ClientSession | null): Assignments => {
  const documents = documentsOf(model, asIs<Assignment>(), session);
  return {
    inForce: ({ roundIds, ...equal }) =>
      documents.many(
        { ...equal, endedAt: null, ...(roundIds === undefined ? {} : { roundId: trusted({ $in: [...roundIds] }) }) },
        { establishmentId: 1, _id: 1 },
      ),
    add: documents.add,
    end: (establishmentId, roundId, at) => documents.set({ establishmentId, roundId, endedAt: null }, { endedAt: at }),
  };
};
