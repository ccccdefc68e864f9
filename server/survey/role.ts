/** What a person with an account may be in a survey. A respondent needs no account: a letter lets them in. */
export const accountRoles = [
  'surveyor',
  'fieldSupervisor',
  'editor',
  'methodologist',
  'releaseManager',
  'policyUser',
  'programOfficer',
  'auditor',
  'administrator',
] as const;
export type AccountRole = (typeof accountRoles)[number];

/** The ten roles of a survey. */
export type Role = 'respondent' | AccountRole;

/**
 * What a role can get at. `register`: names and addresses of establishments; `answers`: what establishments answered;
 * `consented`: what firms agreed to show to support programs; `design`: frame, weights and settings without names; `release`: tables before
 * they are released, and their release; `log`: who did what; `administration`: accounts, rounds, assignments, letters.
 */
export type Power = 'register' | 'answers' | 'consented' | 'design' | 'release' | 'log' | 'administration';

/** The powers of each role. A route shows one of them at the most, and only to roles that have it. */
export const powersOf: Readonly<Record<Role, readonly Power[]>> = {
  respondent: ['answers'],
  surveyor: ['register', 'answers'],
  fieldSupervisor: ['register', 'answers'],
  editor: ['register', 'answers'],
  methodologist: ['design'],
  releaseManager: ['release'],
  policyUser: [],
  programOfficer: ['consented'],
  auditor: ['log'],
  administrator: ['register', 'administration'],
};

/** Powers that no role, and no account by several roles together, may hold at once. */
export const keptApart: readonly (readonly [Power, Power])[] = [
  ['answers', 'release'],
  ['answers', 'administration'],
  ['answers', 'consented'],
  ['release', 'administration'],
  ['log', 'administration'],
  ['log', 'answers'],
  ['log', 'release'],
];

/** The powers that several roles hold together although they are kept apart; null: none. */
export const joinedPowers = (roles: readonly AccountRole[]): readonly [Power, Power] | null => {
  const held = new Set(roles.flatMap((role) => powersOf[role]));
  return keptApart.find(([one, other]) => held.has(one) && held.has(other)) ?? null;
};

/** Roles of ministries and of administrators: a password alone does not let them in. */
export const needsSecondFactor = (role: AccountRole): boolean => role !== 'surveyor' && role !== 'fieldSupervisor';
