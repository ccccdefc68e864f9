import { same, small } from './amounts-in-words.js';
import type { FuelFit } from './measure.js';
import type { Text } from './plan.js';
import type { PlannerFuel } from './planner-data.js';

/** The names of fuels, once each; an id that the vocabulary does not hold stands for itself. */
export const fuelNames = (ids: readonly string[], fuels: readonly PlannerFuel[]): Text => {
  const names = [...new Set(ids)].map((id) => fuels.find((fuel) => fuel.id === id)?.name ?? same(id));
  return { ko: names.map((name) => name.ko).join(', '), en: names.map((name) => small(name.en)).join(', ') };
};

/** Whether a measure can act on a fuel. A fuel of unknown state is never taken to fit. */
export const fuelFits = (id: string, fit: FuelFit | undefined, fuels: readonly PlannerFuel[]): boolean => {
  if (fit === undefined) return true;
  const fuel = fuels.find((entry) => entry.id === id);
  return fuel !== undefined && fit.states.includes(fuel.state) && !(fit.fossilOnly === true && fuel.biogenic);
};
