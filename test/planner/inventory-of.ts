import type { ActivityData } from '../../server/domain/categories.js';
import type { Confidence } from '../../server/domain/confidence.js';
import type { EnergyLine, Inventory, InventoryLine, Trace } from '../../server/domain/inventory.js';

/** A site in a few numbers: what an inventory would hold of it. */
export interface Site {
  /** MWh of purchased electricity; null: its energy is not known; absent: none. */
  readonly electricity?: number | null;
  readonly fuels?: readonly {
    readonly fuel: string;
    readonly tj: number | null;
    readonly tonnesPerTJ: number;
    readonly mobile?: boolean;
  }[];
  /** tCO2eq per MWh. */
  readonly grid?: number;
  readonly toe?: number | null;
}

const traced = (confidence: Confidence): Trace => ({
  equation: 'E = Q · EF',
  substituted: '',
  inputs: [],
  factors: [
    { role: 'EF', factorId: 'example', value: 1, unit: 'tCO2eq', match: 'exact', confidence, sourceId: 'example', locator: 'example' },
  ],
  tier: 1,
  catalogHash: 'example',
  notes: [],
});

const label = { en: 'example', ko: '예시' };

/** An inventory written by hand from a few numbers, with the activities it stands for. Fuel is given in TJ, electricity in MWh. */
export const inventoryOf = (site: Site): { readonly inventory: Inventory; readonly activityData: readonly ActivityData[] } => {
  const grid = site.grid ?? 0.45;
  const lines: InventoryLine[] = [];
  const energy: EnergyLine[] = [];
  const activityData: ActivityData[] = [];
  if (site.electricity !== undefined) {
    const mwh = site.electricity;
    const tj = mwh === null ? null : mwh * 0.0036;
    const id = 'electricity';
    activityData.push({ id, category: 'purchasedElectricity', quantity: mwh ?? 1, unit: 'MWh' });
    energy.push({
      activityDataId: id,
      category: 'purchasedElectricity',
      label,
      factors: [],
      netTJ: tj,
      grossTJ: tj,
      toe: null,
      finalTJ: tj,
      finalToe: null,
    });
    for (const method of ['location', 'market'] as const) {
      lines.push({
        activityDataId: id,
        category: 'purchasedElectricity',
        scope: 2,
        method,
        gas: 'CO2eq',
        tonnes: null,
        co2eq: (mwh ?? 0) * grid,
        biogenic: false,
        montrealProtocol: false,
        part: null,
        quality: null,
        trace: traced('two-copies'),
      });
    }
  }
  for (const [index, { fuel, tj, tonnesPerTJ, mobile = false }] of (site.fuels ?? []).entries()) {
    const category = mobile ? 'mobileCombustion' : 'stationaryCombustion';
    const id = `fuel-${index}`;
    activityData.push({ id, category, fuel, quantity: tj ?? 1, unit: 'TJ' });
    energy.push({
      activityDataId: id,
      category,
      label,
      factors: [],
      netTJ: tj,
      grossTJ: tj === null ? null : tj * 1.1,
      toe: null,
      finalTJ: tj,
      finalToe: null,
    });
    const co2eq = (tj ?? 0) * tonnesPerTJ;
    const shared = {
      activityDataId: id,
      category,
      method: null,
      gas: 'CO2',
      biogenic: false,
      montrealProtocol: false,
      part: null,
      quality: null,
      trace: traced('read-in-copy'),
    } as const;
    lines.push({ ...shared, scope: 1, tonnes: co2eq, co2eq });
  }
  const sum = (scope: 1 | 2, method: 'location' | 'market' | null): number =>
    lines.filter((line) => line.scope === scope && line.method === method).reduce((total, line) => total + line.co2eq, 0);
  const total = (co2eq: number) => ({ co2eq, co2: null, ch4: null, n2o: null, hfcs: null, pfcs: null, sf6: null, nf3: null });
  const toe = site.toe ?? null;
  const inventory: Inventory = {
    reportingYear: 2024,
    sector: 'manufacturing',
    factorSet: { id: 'kr-national', version: '2026-01-01', hash: 'example', gwp: 'AR5', gwpAlternatives: [], row: 'example' },
    calculationVersion: 1,
    totals: {
      scope1: total(sum(1, null)),
      scope2LocationBased: total(sum(2, 'location')),
      scope2MarketBased: total(sum(2, 'market')),
      biogenicCo2: 0,
      montrealGases: [],
      energy: { netTJ: null, grossTJ: null, toe, finalTJ: null, finalToe: null },
    },
    activities: energy.map(({ activityDataId, category, label: name }) => ({ activityDataId, category, label: name, parts: [] })),
    lines,
    energy,
    warnings: [],
  };
  return { inventory, activityData };
};
