import { reachedEstablishment, reachedResponse } from '../operations/reach.js';
import type { Site } from '../site.js';
import type { Principal } from './principal.js';

/** What a data rule knows of a request. */
export interface Asked {
  readonly site: Site;
  readonly params: Readonly<Record<string, string>>;
}

/** Whose data a route shows to a role. */
export interface DataRule {
  readonly name: string;
  /** The path parameter that names what must be within reach; null when there is none to swap. */
  readonly names: string | null;
  /** Whether what the path names is within the principal's reach. */
  holds(who: Principal, asked: Asked): Promise<boolean>;
}

const always = async (): Promise<boolean> => true;

/** Nobody's data. */
export const open: DataRule = { name: 'open', names: null, holds: always };

/** What is the principal's own: the path names nothing, the handler looks it up by who asks. */
export const own: DataRule = { name: 'own', names: null, holds: always };

/** Everything of the kind, within the limits of the grants: the path names nothing, the query is limited by who asks. */
export const withinReach: DataRule = { name: 'withinReach', names: null, holds: always };

/** A session of the account that asks; the query that ends it says so. */
export const ownSession: DataRule = {
  name: 'ownSession',
  names: 'sessionRef',
  holds: async (who, { site, params }) => {
    if (who.role !== 'account') return false;
    return (await site.store.sessions.ofAccount(who.accountId)).some(({ id }) => id === params.sessionRef);
  },
};

/** A response of the establishment that the respondent speaks for. */
export const ownResponse: DataRule = {
  name: 'ownResponse',
  names: 'responseId',
  holds: async (who, { site, params }) =>
    who.role === 'respondent' && (await site.store.responses.ownById(params.responseId ?? '', who.establishmentId)) !== null,
};

/** The one response that a delegate was let fill in. */
export const delegatedResponse: DataRule = {
  name: 'delegatedResponse',
  names: 'responseId',
  holds: async (who, { params }) => who.role === 'delegate' && who.limits.responseId === params.responseId,
};

/** A section of that response that was given to the delegate. */
export const delegatedSection: DataRule = {
  name: 'delegatedSection',
  names: 'responseId',
  holds: async (who, asked) =>
    who.role === 'delegate' &&
    (await delegatedResponse.holds(who, asked)) &&
    (who.limits.sections === null || who.limits.sections.includes(asked.params.section ?? '')),
};

/** That response, where the delegate may submit it. */
export const delegatedSubmission: DataRule = {
  name: 'delegatedSubmission',
  names: 'responseId',
  holds: async (who, asked) => who.role === 'delegate' && who.limits.maySubmit && (await delegatedResponse.holds(who, asked)),
};

/** A response that assignment, organization, region and round of the grants reach. */
export const responseInReach: DataRule = {
  name: 'responseInReach',
  names: 'responseId',
  holds: async (who, { site, params }) => who.role === 'account' && (await reachedResponse(site, who, params.responseId ?? '')) !== null,
};

/** An establishment that assignment, organization and region of the grants reach. */
export const establishmentInReach: DataRule = {
  name: 'establishmentInReach',
  names: 'establishmentId',
  holds: async (who, { site, params }) =>
    who.role === 'account' && (await reachedEstablishment(site, who, params.establishmentId ?? '')) !== null,
};

/** A file attached to a response of the establishment that the respondent speaks for. */
export const ownEvidence: DataRule = {
  name: 'ownEvidence',
  names: 'evidenceId',
  holds: async (who, { site, params: { responseId = '', evidenceId = '' } }) => {
    if (who.role !== 'respondent') return false;
    // Both are looked for, whatever the first says, so that the time of the answer tells nothing.
    const response = await site.store.responses.ownById(responseId, who.establishmentId);
    const evidence = await site.store.evidence.ofResponseById(responseId, evidenceId);
    return response !== null && evidence !== null && evidence.takenOffAt === null;
  },
};

/** A file attached to a response that assignment, organization, region and round of the grants reach. */
export const evidenceInReach: DataRule = {
  name: 'evidenceInReach',
  names: 'evidenceId',
  holds: async (who, { site, params: { responseId = '', evidenceId = '' } }) => {
    if (who.role !== 'account') return false;
    const response = await reachedResponse(site, who, responseId);
    return (await site.store.evidence.ofResponseById(responseId, evidenceId)) !== null && response !== null;
  },
};
