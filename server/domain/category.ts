import type { Activity } from './activity-data.js';
import type { Estimator } from './estimate.js';
import type { Vocabulary } from './factor-data.js';
import type { Fault } from './fault.js';
import type { Field } from './field.js';
import type { InventoryWarning } from './inventory.js';
import type { Plain } from './plain.js';

/** How a category is computed, in the words of the method document. */
export interface Method {
  /** In symbols, such as "m = E · EF · OF · 10⁻³". */
  readonly equation: string;
  readonly en: string;
  readonly ko: string;
  /** The publication the equation stands in, with its place. */
  readonly source: string;
}

/** One category of emissions: what is asked of an activity, and how it becomes lines. Everything about a category stands in its one file. */
export interface CategoryDefinition<Kind extends Activity = Activity> {
  readonly id: Kind['category'];
  readonly scope: 1 | 2;
  readonly en: string;
  readonly ko: string;
  /** Every key of an activity of the category, except `id` and `category`. */
  readonly fields: readonly Field[];
  /** What no single field can tell: keys that exclude or need each other. */
  readonly faults?: (activity: Plain, path: string, vocabulary: Vocabulary) => readonly Fault[];
  /** A checked activity as the calculation takes it, such as a name turned into an id. */
  readonly settle?: (activity: Kind, vocabulary: Vocabulary) => Kind;
  readonly estimate: Estimator<Kind>;
  /** What the others of a request say about the activities of the category, such as the same carbon counted twice. */
  readonly besides?: (own: readonly Kind[], all: readonly Activity[], vocabulary: Vocabulary) => readonly InventoryWarning[];
  /** Activities that together show every factor of the category, where its required fields alone do not: the library reads users from them. */
  readonly samples?: (vocabulary: Vocabulary) => readonly Kind[];
  /** Whether lines and energy are the quantity times something that depends on the other fields alone, unless one of them is a list or an object. */
  readonly isProportional: boolean;
  readonly methods: readonly Method[];
}

/** Declares a category, keeping its id as a literal type. */
export const defineCategory = <Kind extends Activity>(definition: CategoryDefinition<Kind>): CategoryDefinition<Kind> => definition;
