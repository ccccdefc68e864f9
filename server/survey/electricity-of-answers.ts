import type { ActivityData } from '../domain/categories.js';
import type { HeldInstrument } from '../domain/electricity-instruments.js';
import { exactSum } from '../domain/exact-sum.js';
import { convert } from '../domain/units.js';
import { type ActivityNote, activityNotes } from './activity-notes.js';
import { type Amount, amountOf } from './amount-of.js';
import type { Mapping } from './edition.js';
import type { Looked } from './relevance.js';

/** What became of an answer: activity data, or none, and what has to be said of it. */
export interface Mapped {
  readonly activity: ActivityData | null;
  readonly notes: readonly ActivityNote[];
}

type Of<Category extends Mapping['category']> = Extract<Mapping, { category: Category }>;

/** An amount that was asked about and answered. An answer that is missing though it was asked for is told. */
const askedAmount = (id: string, looked: Looked): { readonly amount: Amount | null; readonly notes: readonly ActivityNote[] } => {
  const asked = looked.questions.get(id);
  if (asked === undefined || asked.relevance === null) return { amount: null, notes: [] };
  const { relevance, answer } = asked;
  if (relevance === false) return { amount: null, notes: answer.state === 'answered' ? [activityNotes.notAsked(id)] : [] };
  if (answer.state !== 'answered')
    return { amount: null, notes: answer.state === 'notApplicable' ? [] : [activityNotes[answer.state](id)] };
  const amount = amountOf(answer);
  if (amount === null) return { amount: null, notes: [activityNotes.monthsMissing(id)] };
  return amount.quantity < 0 ? { amount: null, notes: [activityNotes.negative(id)] } : { amount, notes: [] };
};

const inKilowattHours = ({ quantity, unit }: Amount): number => convert(quantity, unit, 'kWh') ?? 0;

/** A hair's breadth for amounts that were converted. */
const tolerance = 1e-9;

/** Electricity that was bought, with the contracts and certificates on it; those that are more than all of it are left out, aloud. */
export const boughtElectricity = (id: string, bought: Amount, { instruments }: Of<'purchasedElectricity'>, looked: Looked): Mapped => {
  const answers = Object.entries(instruments).map(([question, kind]) => ({ question, kind, ...askedAmount(question, looked) }));
  const held = answers.flatMap(({ question, kind, amount }) =>
    amount === null || amount.quantity === 0 ? [] : [{ question, instrument: { kind, ...amount } satisfies HeldInstrument }],
  );
  const base = { id, category: 'purchasedElectricity', ...bought } as const;
  const notes = answers.flatMap((answer) => answer.notes);
  const covered = exactSum(held.map(({ instrument }) => inKilowattHours(instrument)));
  if (covered > inKilowattHours(bought) * (1 + tolerance))
    return { activity: base, notes: [...notes, ...held.map(({ question }) => activityNotes.instrumentsOverUse(question))] };
  const activity = held.length === 0 ? base : { ...base, instruments: held.map(({ instrument }) => instrument) };
  return { activity, notes };
};

/** Contracts and certificates whose electricity is not in the inventory: named. */
export const instrumentsWithoutElectricity = (questions: readonly string[], looked: Looked): readonly ActivityNote[] =>
  questions.flatMap((question) => {
    const { amount } = askedAmount(question, looked);
    return amount === null || amount.quantity === 0 ? [] : [activityNotes.instrumentWithoutElectricity(question)];
  });

/** Electricity of one's own plant: what was not used here was sold. */
export const ownElectricity = (id: string, made: Amount, { plant, usedFrom }: Of<'ownElectricity'>, looked: Looked): Mapped => {
  const { amount: used, notes } = askedAmount(usedFrom, looked);
  if (used === null) return { activity: null, notes: [...notes, activityNotes.ownUseMissing(id)] };
  const inUnit = convert(used.quantity, used.unit, made.unit) ?? 0;
  if (inUnit > made.quantity * (1 + tolerance)) return { activity: null, notes: [...notes, activityNotes.ownUseOverGeneration(id)] };
  const sold = Math.max(0, exactSum([made.quantity, -inUnit]));
  const base = { id, category: 'ownElectricity', plant, ...made } as const;
  return { activity: sold === 0 ? base : { ...base, sold }, notes };
};
