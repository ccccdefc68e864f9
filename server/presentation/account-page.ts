import type { AccountRole } from '../survey/role.js';
import { type EntryFault, type EntryField, entryField, faultView, type TypedFault } from './entry-form.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** One's own account. */
export interface AccountPage {
  readonly title: string;
  readonly words: Words['page']['account'];
  readonly name: string;
  readonly loginName: string;
  readonly roles: string;
  readonly secondStep: string;
  /** Where an authenticator app is set up; null: one is. */
  readonly setUp: string | null;
  /** Null: it signs in at an identity provider alone, or has no app whose codes could be renewed. */
  readonly recovery: { readonly fault: EntryFault | null; readonly fields: readonly EntryField[] } | null;
  readonly notice: string | null;
  readonly sessions: readonly {
    readonly device: string;
    readonly address: string;
    readonly since: string;
    readonly lastSeen: string;
    readonly mark: string | null;
    readonly end: { readonly action: string; readonly label: string } | null;
  }[];
}

export const accountPage = (
  own: {
    readonly account: {
      readonly name: string;
      readonly loginName: string;
      readonly totpSecret: string | null;
      readonly recoveryHashes: readonly string[];
    };
    readonly roles: readonly AccountRole[];
    readonly sessions: readonly {
      readonly id: string;
      readonly device: string;
      readonly address: string;
      readonly createdAt: Date;
      readonly lastSeenAt: Date;
      readonly isThis: boolean;
    }[];
  },
  said: { readonly passwordChanged: boolean; readonly fault: TypedFault | null },
  language: Language,
): AccountPage => {
  const { account: words, roles, code } = wordsOf(language).page;
  const { account, sessions } = own;
  const hasApp = account.totpSecret !== null;
  const field = entryField({ name: 'code', label: code.label, type: 'text', autocomplete: 'one-time-code' }, said.fault);
  return {
    title: words.title,
    words,
    name: account.name,
    loginName: account.loginName,
    roles: own.roles.map((role) => roles[role]).join(', '),
    secondStep: hasApp ? words.secondStepOn(account.recoveryHashes.length) : words.secondStepOff,
    setUp: hasApp ? null : '/sign-in/enrol',
    recovery: hasApp ? { fault: faultView(said.fault, [field], language), fields: [field] } : null,
    notice: said.passwordChanged ? words.changed : null,
    sessions: sessions.map(({ id, device, address, createdAt, lastSeenAt, isThis }) => ({
      device,
      address,
      since: formatMoment(createdAt, language),
      lastSeen: formatMoment(lastSeenAt, language),
      mark: isThis ? words.thisOne : null,
      end: isThis ? null : { action: `/account/sessions/${id}/end`, label: words.endLabel(device) },
    })),
  };
};
