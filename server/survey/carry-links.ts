import type { Text } from './text.js';

/** How the answers to an earlier edition become answers to this one. Questions that are not named keep their id. */
export interface CarryForward {
  /** The earlier edition. */
  readonly from: string;
  /** A question, or a column of a table as `table.column`. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly dropped: readonly { readonly question: string; readonly why: Text }[];
  /** A number goes to each part by its share, ticked choices by the part that takes them; a text goes to all. */
  readonly split: readonly {
    readonly from: string;
    readonly into: readonly { readonly question: string; readonly share: number | null; readonly choices: readonly string[] | null }[];
  }[];
  /** Numbers are added up, ticked choices taken together, texts joined. */
  readonly merged: readonly { readonly from: readonly string[]; readonly into: string }[];
  /** A unit that is no longer offered, where no conversion of the calculation leads to one that is: answer × factor. */
  readonly units: readonly { readonly question: string; readonly from: string; readonly to: string; readonly factor: number }[];
  /** Choices of today's question by their earlier ids; null: there is none any more. */
  readonly choices: readonly { readonly question: string; readonly from: string; readonly to: string | null }[];
}
