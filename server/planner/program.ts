import type { Confidence } from '../domain/confidence.js';
import type { Condition } from './condition.js';
import type { Text } from './plan.js';

/** A line of terms: for whom, which share, up to which amount. */
export interface SupportTerm {
  readonly who: Text;
  /** Share of the cost, 0-1. */
  readonly rate: { readonly low: number; readonly high: number } | null;
  readonly capKRW: number | null;
  readonly loanRatePercent: number | null;
  readonly note: Text | null;
  readonly confidence: Confidence;
}

export interface SupportProgram {
  readonly id: string;
  readonly name: Text;
  /** Who is in charge, by date; those without an end are in charge now. */
  readonly ministries: readonly { readonly id: string; readonly validFrom: string | null; readonly validTo: string | null }[];
  readonly agency: Text;
  readonly kind: string;
  readonly nature: 'support' | 'duty' | 'frame';
  /** Fiscal years whose terms were read. */
  readonly years: readonly number[];
  /** Year of the latest call or text seen; null where none was. */
  readonly lastSeen: number | null;
  /** False: it is not known whether the program still runs, or it has ended. */
  readonly continuing: boolean;
  /** The last year it was announced to run. */
  readonly plannedUntil?: number | undefined;
  /** Another program took its place. */
  readonly supersededBy?: { readonly program: string; readonly year: number } | undefined;
  readonly support: readonly SupportTerm[];
  readonly conditions: readonly Condition[];
  readonly window: Text | null;
  /** The latest dated application window that was read, YYYY-MM-DD, both days included. Absent: open-ended, or told by month alone. */
  readonly latestCall?: { readonly from: string | null; readonly to: string } | undefined;
  readonly remarks: readonly {
    readonly kind: 'bonus' | 'document' | 'exclusive' | 'link';
    readonly text: Text;
    readonly confidence: Confidence;
  }[];
  readonly confidence: Confidence;
  readonly sources: readonly { readonly source: string; readonly locator: string }[];
}

/** Made by hand: this program may pay for this measure. */
export interface ProgramLink {
  readonly program: string;
  readonly measure: string;
  readonly confidence: 'derived';
  readonly why: Text;
}

/** A ministry with its names by date; the last one holds today. */
export interface Ministry {
  readonly id: string;
  readonly names: readonly {
    readonly ko: string;
    readonly en: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  }[];
}

/** Upper limit of three-year mean sales of a size class in an industry, in units of 100 million KRW. */
export interface SizeLimit {
  readonly sizeClass: 'small' | 'medium';
  readonly industry: string;
  readonly except: string;
  /** Holds only for a product within the code; such a row is never applied by code alone. */
  readonly onlyFor: string;
  readonly limitHundredMillionKRW: number;
  readonly validFrom: string;
}

export interface SizeRules {
  /** Regular workers below which an enterprise may be micro; `others` stands for every section not named. */
  readonly microWorkersBelow: readonly { readonly sections: readonly string[] | 'others'; readonly workers: number }[];
  readonly assetCeilingKRW: number;
  readonly note: Text;
}

/** A root technology and the industry codes that bear its name. */
export interface RootTechnology {
  readonly id: number;
  readonly name: Text;
  readonly industries: readonly string[];
}
