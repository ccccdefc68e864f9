import type { Bank } from '../catalog/survey-bank.js';
import type { Establishment } from '../persistence/establishments.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Text } from '../survey/edition.js';
import { type Form, forms } from '../survey/form.js';
import { formOfEstablishment } from '../survey/form-of-establishment.js';
import { roundState } from '../survey/round-state.js';
import { bankOf } from './edition-of.js';
import { ownEstablishment, takesPart } from './own-establishment.js';
import type { OnBehalf } from './respondent.js';

/** What a respondent can do: the rounds of its establishment and how far each response is; null: not begun. */
export interface Home {
  readonly establishment: Establishment;
  readonly rounds: readonly {
    readonly round: Round;
    readonly title: Text;
    /** The forms a response can begin with: one where the register says which, else all there are. */
    readonly forms: readonly { readonly form: Form; readonly minutes: number }[];
    readonly response: StoredResponse | null;
  }[];
}

const formsOf = (site: Site, establishment: Establishment, bank: Bank): Home['rounds'][number]['forms'] => {
  const registered = formOfEstablishment(establishment);
  return forms.flatMap((form) => {
    const edition = site.catalog.surveys.editions[bank.forms[form] ?? ''];
    const isOpen = registered === null || bank.forms[registered] === undefined || registered === form;
    return edition === undefined || !isOpen ? [] : [{ form, minutes: edition.minutes }];
  });
};

/** The first page of a respondent. */
export const readHome = async (site: Site, who: OnBehalf): Promise<Home> => {
  const establishment = await ownEstablishment(site, who);
  const responses = await site.store.responses.ofEstablishment(who.establishmentId);
  const isBegun = (roundId: string): boolean => responses.some((response) => response.roundId === roundId);
  // One that is prepared is not there yet; one that was put away is there for whoever answered in it.
  const isShown = (round: Round): boolean => ['open', 'closed'].includes(roundState(round)) || isBegun(round.id);
  const rounds = (await site.store.rounds.all()).filter((round) => takesPart(establishment, round) && isShown(round));
  return {
    establishment,
    rounds: rounds.map((round) => ({
      round,
      title: bankOf(site, round).title,
      forms: formsOf(site, establishment, bankOf(site, round)),
      response: responses.find((response) => response.roundId === round.id) ?? null,
    })),
  };
};
