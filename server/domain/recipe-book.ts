import type { ActivityData } from './categories.js';
import type { Recipe } from './recipe.js';
import { amountsBeside } from './sold-on.js';

/** Where the recipe of one kind of activity stands: `undefined` until it was worked out, null for a kind that has none. */
export interface RecipePlace {
  recipe: Recipe | null | undefined;
}

/** Recipes by what makes two activities share one: every key but id and quantity. */
export interface RecipeBook {
  /** Null for an activity that holds a list or an object (a contract, a split), or an amount beside its quantity: its lines are not its quantity times something. */
  placeOf(activity: ActivityData): RecipePlace | null;
}

/** One field after another leads from the trunk to a place: no text has to be put together for each activity. */
interface Branch extends RecipePlace {
  readonly fields: Map<string, Map<unknown, Branch>>;
}

const newBranch = (): Branch => ({ fields: new Map(), recipe: undefined });

const follow = (branch: Branch, name: string, value: unknown): Branch => {
  let values = branch.fields.get(name);
  if (values === undefined) {
    values = new Map();
    branch.fields.set(name, values);
  }
  let next = values.get(value);
  if (next === undefined) {
    next = newBranch();
    values.set(value, next);
  }
  return next;
};

export const newRecipeBook = (): RecipeBook => {
  const trunk = newBranch();
  return {
    placeOf: (activity) => {
      let branch = trunk;
      for (const name in activity) {
        if (name === 'id' || name === 'quantity') continue;
        const value: unknown = activity[name as keyof ActivityData];
        if (typeof value === 'object' || amountsBeside.includes(name)) return null;
        branch = follow(branch, name, value);
      }
      return branch;
    },
  };
};
