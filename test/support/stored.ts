import { randomUUID } from 'node:crypto';
import type { Comment } from '../../server/persistence/comments.js';
import type { Delegation } from '../../server/persistence/delegations.js';
import type { Establishment } from '../../server/persistence/establishments.js';
import type { StoredInventory } from '../../server/persistence/inventories.js';
import type { Invitation } from '../../server/persistence/invitations.js';
import type { ResponseVersion } from '../../server/persistence/response-versions.js';
import type { StoredResponse } from '../../server/persistence/responses.js';
import { noUses } from '../../server/survey/uses.js';
import { emptyInventory } from './inventory-fixture.js';

const at = new Date('2026-03-02T09:30:00.250Z');

/** Stored values that are whole, so that a test names only what it is about. */
export const establishmentWith = (given: Partial<Establishment> = {}): Establishment => ({
  id: randomUUID(),
  name: '한빛주물',
  businessNumber: null,
  region: null,
  sizeBand: null,
  form: null,
  postcode: null,
  address: null,
  email: null,
  example: null,
  createdAt: at,
  ...given,
});

export const responseWith = (given: Partial<StoredResponse> = {}): StoredResponse => ({
  id: randomUUID(),
  establishmentId: randomUUID(),
  roundId: 'round',
  editionId: 'edition',
  editionHash: 'e'.repeat(64),
  revision: 0,
  status: 'draft',
  answers: {},
  reasons: {},
  origins: {},
  corrections: [],
  questionRevisions: {},
  authors: {},
  uses: noUses,
  version: 0,
  createdAt: at,
  updatedAt: at,
  ...given,
});

export const versionWith = (given: Partial<ResponseVersion> = {}): ResponseVersion => ({
  id: randomUUID(),
  responseId: randomUUID(),
  establishmentId: randomUUID(),
  roundId: 'round',
  editionId: 'edition',
  editionHash: 'e'.repeat(64),
  version: 1,
  revision: 3,
  answers: {},
  reasons: {},
  origins: {},
  corrections: [],
  evidence: [],
  hash: 'a'.repeat(64),
  erased: [],
  submittedAt: at,
  authors: {},
  submittedBy: 'respondent',
  ...given,
});

export const invitationWith = (given: Partial<Invitation> = {}): Invitation => ({
  id: randomUUID(),
  secretHash: randomUUID(),
  establishmentId: randomUUID(),
  purpose: 'letter',
  delegationId: null,
  madeIn: null,
  createdAt: at,
  expiresAt: new Date('2026-04-02T00:00:00Z'),
  usedAt: null,
  revokedAt: null,
  ...given,
});

/** In force, for all sections, until a day that no test reaches. */
export const delegationWith = (given: Partial<Delegation> = {}): Delegation => ({
  id: randomUUID(),
  establishmentId: randomUUID(),
  responseId: randomUUID(),
  roundId: 'round',
  name: '한결세무회계',
  codeHash: '0'.repeat(64),
  sections: null,
  maySubmit: true,
  createdAt: at,
  expiresAt: new Date('2199-01-01T00:00:00Z'),
  revokedAt: null,
  ...given,
});

export const commentWith = (given: Partial<Comment> = {}): Comment => ({
  id: randomUUID(),
  responseId: randomUUID(),
  establishmentId: randomUUID(),
  roundId: 'round',
  version: 1,
  question: 'establishment-name',
  part: '',
  answers: null,
  author: 'account:reviewer',
  text: '법인명을 적어 주십시오.',
  at,
  ...given,
});

export const inventoryWith = (given: Partial<StoredInventory> = {}): StoredInventory => ({
  id: randomUUID(),
  responseId: randomUUID(),
  establishmentId: randomUUID(),
  roundId: 'round',
  version: 1,
  request: { reportingYear: 2025, factorSet: 'kr-national', gwp: 'AR5', sector: 'manufacturing', activityData: [] },
  notes: [],
  inventory: emptyInventory,
  catalogHash: 'c'.repeat(64),
  computedAt: at,
  ...given,
});
