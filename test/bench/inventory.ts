import { type BulkInventory, bulkCalculation } from '../../server/domain/bulk-inventory.js';
import { computeInventory } from '../../server/domain/compute-inventory.js';
import type { Inventory } from '../../server/domain/inventory.js';
import { emissionFactors, testYear } from '../support/emission-factors.js';
import { fortyActivities } from './forty-activities.js';
import { publicodesModel, situationOf } from './publicodes-model.js';

/**
 * Activities per second in one process, a line with its trace for every gas, beside publicodes evaluating the same inventory in the
 * same run: `bulk` as a country is computed (equation, inputs, factors and tier on every line), `single` as one inventory is (with the
 * numbers put into the equations as text as well). Then a country, one establishment after another, watching the heap.
 * Run by `npm run bench:inventory`.
 */

const runs = 5;
const establishments = 50_000;
const perEstablishment = 20;
const data = emissionFactors();

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Seconds of processor time that `work` takes: what else the machine is doing counts for neither side. */
const secondsOf = (work: () => void): number => {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
};

const inventoryOf = (seed: number, count?: number): Inventory => {
  const result = computeInventory(fortyActivities(seed, count), data, testYear);
  if (!('inventory' in result)) throw new Error('The benchmark inventory was refused.');
  return result.inventory;
};

const calculate = bulkCalculation(fortyActivities(0), data, testYear);
if ('faults' in calculate) throw new Error('The benchmark inventory was refused.');

const bulkOf = (seed: number, count?: number): BulkInventory => {
  const result = calculate(fortyActivities(seed, count).activityData);
  if ('faults' in result) throw new Error('The benchmark inventory was refused.');
  return result;
};

/** Activities per second: the median of the runs after as many for warming up. */
const perSecond = (activities: number, work: () => void): number =>
  median(Array.from({ length: 2 * runs }, () => activities / secondsOf(work)).slice(runs));

const rounded = (value: number): number => Number(value.toPrecision(3));

// Inputs are made beforehand: both sides are timed on the evaluation alone.
const requests = Array.from({ length: 1000 }, (_, seed) => fortyActivities(seed).activityData);
const situations = Array.from({ length: 10 }, (_, seed) => situationOf(fortyActivities(seed)));
let kept = 0;
const bulk = perSecond(40 * requests.length, () => {
  for (const activityData of requests) {
    const result = calculate(activityData);
    if ('lines' in result) kept += result.lines.length;
  }
});
const single = perSecond(40 * 100, () => {
  for (let seed = 0; seed < 100; seed += 1) kept += inventoryOf(seed).lines.length;
});

// The peer is set up after ours was timed, so that neither works in a heap the other has filled.
const model = publicodesModel(fortyActivities(0), data);
const peer = (situation: Record<string, number>): readonly [number, number, number] => {
  model.engine.setSituation(situation as never);
  for (const rule of model.lineRules) model.engine.evaluate(rule);
  const total = (rule: string): number => Number(model.engine.evaluate(rule).nodeValue);
  return [total('scope1'), total('scope2 location'), total('scope2 market')];
};

const agree = (seed: number): void => {
  for (const { totals } of [inventoryOf(seed), bulkOf(seed)]) {
    const ours = [totals.scope1.co2eq, totals.scope2LocationBased.co2eq, totals.scope2MarketBased.co2eq];
    peer(situationOf(fortyActivities(seed))).forEach((value, index) => {
      const own = ours[index] ?? Number.NaN;
      if (Math.abs(value - own) > 1e-9 * own) throw new Error(`The two disagree: ${value} and ${own}.`);
    });
  }
};

agree(1);
agree(2);
const theirs = perSecond(40 * situations.length, () => {
  for (const situation of situations) peer(situation);
});

const heap: number[] = [];
const seconds = secondsOf(() => {
  for (let index = 0; index < establishments; index += 1) {
    kept += bulkOf(index, perEstablishment).lines.length;
    if (index % 10_000 === 0) {
      globalThis.gc?.();
      heap.push(Math.round(process.memoryUsage().heapUsed / 1e6));
      process.stderr.write(`${index} of ${establishments} establishments\n`);
    }
  }
});

process.stdout.write(
  `${JSON.stringify(
    {
      activitiesPerSecond: { bulk: rounded(bulk), single: rounded(single), publicodes: rounded(theirs) },
      ratio: { bulk: Math.round(bulk / theirs), single: Math.round(single / theirs) },
      country: { establishments, perEstablishment, seconds: rounded(seconds), heapMB: heap },
      linesMade: kept,
    },
    null,
    2,
  )}\n`,
);
