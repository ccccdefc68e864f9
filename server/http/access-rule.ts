import type { Respondent } from '../operations/respondent.js';
import type { Principal } from './principal.js';

/** What a rule knows of a request. */
export interface Asked {
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  /** The establishment a response belongs to; null when there is none of this id. */
  establishmentOfResponse(responseId: string): Promise<string | null>;
}

/** `missing`: answered exactly as if nothing were there. `signIn`: nobody is signed in. */
export type Verdict = 'allowed' | 'signIn' | 'missing';

/** Who may use a route, and whose data it shows. `Who` is the principal the handler is given. */
export interface AccessRule<Who extends Principal> {
  readonly name: string;
  /** The path parameter that names what must be one's own; null when the route shows nobody's data. */
  readonly owns: string | null;
  judge(asked: Asked): Promise<Verdict>;
  readonly __who?: Who;
}

const respondents =
  (isOwn: (who: Respondent, asked: Asked) => Promise<boolean>) =>
  async (asked: Asked): Promise<Verdict> => {
    if (asked.principal.role !== 'respondent') return 'signIn';
    return (await isOwn(asked.principal, asked)) ? 'allowed' : 'missing';
  };

/** The access rules there are. A route states one of them. */
export const may = {
  /** Everybody, signed in or not. */
  anyone: { name: 'anyone', owns: null, judge: async () => 'allowed' } satisfies AccessRule<Principal> as AccessRule<Principal>,
  /** Any respondent; the route shows what belongs to the principal alone. */
  respond: { name: 'respond', owns: null, judge: respondents(async () => true) } satisfies AccessRule<Respondent> as AccessRule<Respondent>,
  /** A respondent whose establishment the response named by a path parameter belongs to. */
  respondOwnResponse: (param = 'responseId'): AccessRule<Respondent> => ({
    name: 'respondOwnResponse',
    owns: param,
    judge: respondents(async (who, asked) => (await asked.establishmentOfResponse(asked.params[param] ?? '')) === who.establishmentId),
  }),
};
