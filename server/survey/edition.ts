import type { Sector } from '../domain/activity-data.js';
import type { DataQuality } from '../domain/data-quality.js';
import type { Expression } from '../expression/expression.js';
import type { CarryForward } from './carry-links.js';
import type { CellRules } from './cell-rules.js';
import type { CodeList } from './code-list.js';
import type { EditRule, Slip } from './edit-rule.js';
import type { EnergyReportRules } from './energy-report-rules.js';
import type { Form } from './form.js';
import type { Mapping } from './mapping/mapping.js';
import type { MoneyPrices } from './money/prices.js';
import type { Text } from './text.js';
import type { Use } from './uses.js';

export type { EditRule, Slip, SuggestionRule } from './edit-rule.js';
export type { Mapping } from './mapping/mapping.js';
export type { Text } from './text.js';

/** Why a question that was asked has no value. Zero is not among them: zero is an answer. */
export type MissingReason = 'notApplicable' | 'unknown' | 'refused';

export interface Choice {
  readonly id: string;
  readonly text: Text;
  /** "None of these": cannot stand beside another choice. */
  readonly exclusive: boolean;
}

/** Why a warning is right as it stands. */
export interface ReasonCode {
  readonly id: string;
  readonly text: Text;
  /** It has to be written out as well. */
  readonly needsText: boolean;
}

/** A unit offered beside a number. */
export interface UnitChoice {
  /** The calculation's name of the unit (L, kWh, Nm3 …). */
  readonly id: string;
  /** What stands behind a number: "MWh". */
  readonly text: Text;
  /** What it is chosen by: "MWh (1,000 kWh)". */
  readonly choose: Text;
}

/** Inclusive bounds of a number; outside them the answer is an error. Null is open. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

interface QuestionBase {
  /** kebab-case, unique in the edition, the same from year to year: `diesel-used`. */
  readonly id: string;
  /** What respondents and interviewers call it: `D3`. */
  readonly code: string;
  /** The page of its section it stands on: its own id, or the name that questions of one page share. */
  readonly page: string;
  readonly text: Text;
  readonly help: Text | null;
  /** It may not stay blank when the response is submitted; a missing reason, where one is allowed, is enough. */
  readonly required: boolean;
  /** Asked when this is true; null: always. It looks back only: at questions that stand before it. */
  readonly relevance: Expression | null;
  /** The reasons offered for having no value. */
  readonly missing: readonly MissingReason[];
  /** It changes so seldom that last year's answer is filled in, until somebody confirms it. */
  readonly carry: boolean;
}

export interface TextQuestion extends QuestionBase {
  readonly type: 'text' | 'businessNumber' | 'phone' | 'email';
  /** Characters. */
  readonly maxLength: number;
}
/** A day of the calendar; `between` is inclusive, null is open. */
export interface DateQuestion extends QuestionBase {
  readonly type: 'date';
  readonly between: { readonly min: string | null; readonly max: string | null };
}
export interface YesNoQuestion extends QuestionBase {
  readonly type: 'yesNo';
}
/** A tick of its own. Not ticking a box that was shown is the answer "not given". */
export interface ConsentQuestion extends QuestionBase {
  readonly type: 'consent';
  /** The response cannot be submitted without it. */
  readonly mustBeGiven: boolean;
}
export interface ChoiceQuestion extends QuestionBase {
  /** One of them, or any number of them. */
  readonly type: 'choice' | 'choices';
  readonly choices: readonly Choice[];
}
export interface CodeListQuestion extends QuestionBase {
  readonly type: 'codeList';
  /** Key into Edition.codeLists. */
  readonly list: string;
  /** A long list is searched by typing (input with suggestions), a short one is a select. */
  readonly appearance: 'search' | 'select';
}
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number';
  readonly bounds: Bounds;
  readonly wholeNumber: boolean;
  /** What the page prints behind the field; not a choice. */
  readonly unitText: Text | null;
}
/** A number and its unit. With one unit offered there is no choice to make and no unit field. */
export interface QuantityQuestion extends QuestionBase {
  readonly type: 'quantity';
  readonly units: readonly UnitChoice[];
  readonly bounds: Bounds;
  /** How the answer becomes activity data: the first whose condition holds counts. Null: nothing is computed from it. */
  readonly mappings: readonly Mapping[] | null;
}
/** Won. 만, 억 and 원 may be written. */
export interface MoneyQuestion extends QuestionBase {
  readonly type: 'money';
  readonly bounds: Bounds;
}
/** Twelve months in one unit, or the year's total, or both. */
export interface MonthlyQuestion extends QuestionBase {
  readonly type: 'monthly';
  readonly units: readonly UnitChoice[];
  /** Of one month. */
  readonly bounds: Bounds;
  /** How the answer becomes activity data: the first whose condition holds counts. Null: nothing is computed from it. */
  readonly mappings: readonly Mapping[] | null;
}
export type SimpleQuestion =
  | TextQuestion
  | DateQuestion
  | YesNoQuestion
  | ConsentQuestion
  | ChoiceQuestion
  | CodeListQuestion
  | NumberQuestion
  | QuantityQuestion
  | MoneyQuestion;
/** At most `maxRows` rows, numbered from 1 and never renumbered; a row with nothing in it is no row. */
export interface TableQuestion extends QuestionBase {
  readonly type: 'table';
  readonly columns: readonly SimpleQuestion[];
  readonly maxRows: number;
  /** Ids of columns that say little without each other: a row with some of them and not all gets a note. */
  readonly together: readonly string[];
  /** The same of each row, or of the table as a whole. */
  readonly mappings: readonly Mapping[] | null;
}
export type Question = SimpleQuestion | MonthlyQuestion | TableQuestion;
export type QuestionType = Question['type'];

export interface Section {
  /** A, B, C …; a module's is a word: `casting`. */
  readonly id: string;
  /** Whether it is a module of one sector, asked of those it concerns. */
  readonly isModule: boolean;
  readonly title: Text;
  readonly intro: Text | null;
  /** The whole section is asked when this is true; null: always. */
  readonly relevance: Expression | null;
  readonly questions: readonly Question[];
}

/** A number that is the size of all equipment of one kind, in a fixed unit, and the number that is its hours in a year. */
export interface EquipmentQuestions {
  readonly kind: string;
  readonly size: string;
  readonly unit: string;
  readonly hours: string | null;
}

/** Which questions tell what the transition plan needs to know of the establishment. */
export interface ProfileQuestions {
  readonly name: string;
  readonly industryCode: string;
  /** Added up. */
  readonly workers: readonly string[];
  readonly region: string;
  readonly inComplex: string;
  readonly complex: string;
  /** The code that means a complex without a name in the list. */
  readonly unnamedComplex: string;
  /** Sales of the last three years. */
  readonly sales: readonly string[];
  /** What the answers may be used for, each a question of its own; null: the edition does not ask, so it is not allowed. */
  readonly consents: Readonly<Record<Use, string | null>>;
  /** Questions that say who answered and how to reach them; they are erased before anything else. */
  readonly contact: readonly string[];
  readonly equipment: {
    readonly table: string;
    readonly kind: string;
    readonly size: string;
    readonly hours: string;
    /** Numbers elsewhere on the form that tell of a kind of equipment: taken where the table does not name that kind. */
    readonly also: readonly EquipmentQuestions[];
  };
}

/** Which questions the register already answers. A form that does not ask one of them leaves it out. */
export type RegisterQuestions = Readonly<Partial<Record<'name' | 'businessNumber' | 'region' | 'address', string>>>;

/** One form of one survey round, frozen. A response names its id and its hash. */
export interface Edition {
  readonly id: string;
  readonly survey: string;
  /** The item bank it was made from; its other forms have it too. */
  readonly bank: string;
  readonly form: Form;
  /** SHA-256 over everything below, code lists included. */
  readonly hash: string;
  readonly title: Text;
  /** The calendar year that is asked about. */
  readonly referenceYear: number;
  /** Region and other dated codes are taken as of this day (YYYY-MM-DD). */
  readonly codesAsOf: string;
  readonly minutes: number;
  readonly sector: Sector;
  readonly industryRevision: string;
  readonly sections: readonly Section[];
  readonly editRules: readonly EditRule[];
  readonly slips: readonly Slip[];
  /** Null: nothing is compared. */
  readonly cells: CellRules | null;
  /** By earlier edition; one that is not here is carried question by question. */
  readonly carryForward: readonly CarryForward[];
  /** Their ids are the codes of `Response.reasons`. */
  readonly reasonCodes: readonly ReasonCode[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly profile: ProfileQuestions;
  readonly register: RegisterQuestions;
  /** Null: the energy report does not answer anything. */
  readonly energyReport: EnergyReportRules | null;
  /** Which quality of a quantity each choice of a `qualityFrom` question means. */
  readonly evidenceQuality: Readonly<Record<string, DataQuality>>;
  /** Questions on energy that never enters the calculation, by the reason why. Results name what was answered to them. */
  readonly notCounted: {
    /** Fuels of which name, quantity and unit are one text. */
    readonly fuels: readonly string[];
  };
  /** What a cost is turned into a quantity with, where the quantity is not known: the prices of the reference year. */
  readonly prices: MoneyPrices;
}
