import type { Establishment } from '../../server/persistence/establishments.js';
import type { Round } from '../../server/persistence/rounds.js';
import type { Site } from '../../server/site.js';
import { answersFromForm } from '../../server/survey/form-fields.js';
import { responseWith, versionWith } from './stored.js';
import { editionM } from './test-site.js';

/** The round before the one every test site is asked in, about the year before. */
export const lastRound: Round = {
  id: 'sme-factory-2025',
  bank: 'sme-factory-2026',
  reportingYear: 2024,
  isExample: false,
  openedAt: new Date('2095-02-01T00:00:00Z'),
  closedAt: new Date('2095-06-01T00:00:00Z'),
  archivedAt: null,
  contact: null,
};

/** Keeps what an establishment submitted in a round, as submitting it would have. */
export const submitted = async (
  { store }: Pick<Site, 'store'>,
  { id: establishmentId }: Pick<Establishment, 'id'>,
  roundId: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const edition = editionM();
  const { answers } = answersFromForm(edition, new Map(Object.entries(fields).map(([name, text]) => [name, [text]])), {});
  const given = { establishmentId, roundId, editionId: edition.id, editionHash: edition.hash, answers };
  const uses = { statistics: true, ownReport: false, programMatching: false, ministrySharing: false };
  const response = responseWith({ ...given, status: 'submitted', revision: 2, version: 1, uses });
  await store.responses.add(response);
  await store.responseVersions.add(versionWith({ ...given, responseId: response.id }));
};
