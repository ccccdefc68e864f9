import type {
  Blend,
  CarbonMaterial,
  Carrier,
  EmissionSources,
  EquipmentKind,
  FugitiveSource,
  GwpAlternative,
  Process,
  ProcessEmission,
  ProcessModifier,
  Treatment,
} from '../domain/emission-source-data.js';
import { chainOf, factorRatio } from '../domain/factor-chain.js';
import type { FactorRecord, Gas, Lookup } from '../domain/factor-data.js';
import type { FactorFiles } from './emission-factors-files.js';
import { lookup } from './lookup.js';

type ProcessFile = FactorFiles['processes.yaml'][number];
type Rate = 'installation' | 'annualLeak' | 'remainingAtDisposal' | 'recovered';

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

const named = <Entry>(entries: ReadonlyMap<string, Entry>, id: string): Entry => {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`The record ${id} was not checked before it was used.`);
  return entry;
};

/** The records of the package that processes, equipment and waste water take their numbers from. */
class Records {
  readonly #process: ReadonlyMap<string, FactorFiles['process.csv'][number]>;
  readonly #leaks: ReadonlyMap<string, FactorFiles['leak-rates.yaml'][number]>;
  readonly #waste: ReadonlyMap<string, FactorFiles['wastewater.csv'][number]>;

  constructor(files: FactorFiles) {
    this.#process = byId(files['process.csv']);
    this.#leaks = byId(files['leak-rates.yaml']);
    this.#waste = byId(files['wastewater.csv']);
  }

  row(id: string): FactorFiles['process.csv'][number] {
    return named(this.#process, id);
  }

  /** A pure number, or one in a unit of ours. */
  number(id: string, unit = '1'): FactorRecord {
    const { value, confidence, source: sourceId, locator } = this.row(id);
    return { id, value: value ?? Number.NaN, unit, confidence, sourceId, locator };
  }

  /** A share of the charge: a figure of leak-rates.yaml in percent, or a fraction of process.csv. */
  share(id: string | null, rate: Rate): FactorRecord | null {
    if (id === null) return null;
    const leak = this.#leaks.get(id);
    if (leak === undefined) return this.number(id);
    const percent = leak[rate] ?? leak.value;
    // Written as the percent is: 8.5 % is 0.085, not 0.08500000000000001.
    const value = Number(((percent ?? Number.NaN) / 100).toPrecision(12));
    return { id, value, unit: '1', confidence: leak.confidence, sourceId: leak.source, locator: leak.locator };
  }

  waste(id: string): FactorRecord {
    const { value, unit, confidence, source: sourceId, locator } = named(this.#waste, id);
    return { id, value, unit: unit === 'fraction' ? '1' : unit, confidence, sourceId, locator };
  }
}

/** The unit of a factor as it is shown: "tCO2/t", whatever its row prints of the product. */
const shownUnit = (unit: string, gas: Gas, isCarbon: boolean): string => {
  const ratio = factorRatio(unit);
  if (ratio === null || /^fraction\b/.test(unit)) return '1';
  return `${ratio.over}${ratio.over === 'GJ' ? '' : isCarbon ? 'C' : gas}/${ratio.per}`;
};

const emissionOf = ({ gas, factors, ...marks }: ProcessFile['emissions'][number], records: Records): ProcessEmission => {
  const [carbon, byproduct] = [marks.carbon === true, marks.byproduct === true];
  const rows = factors.map((factor) => ({ ...factor, row: records.row(factor.record) }));
  const [first] = rows;
  const chain = chainOf(rows.map(({ row }) => row.unit));
  if (first === undefined || chain === null) throw new Error(`The factors of ${gas} were not checked before they were used.`);
  const { low, high, unit } = first.row;
  const isRange = first.row.value === null && low !== null && high !== null;
  const perBase = chain.tonnes / chain.inBase;
  return {
    gas,
    carbon,
    byproduct,
    factors: isRange
      ? []
      : rows.map(({ symbol, record, row }) => ({
          ...records.number(record, row.unit),
          symbol,
          printedUnit: row.unit,
          unit: shownUnit(row.unit, gas, carbon),
        })),
    range: isRange ? { low: low * perBase, high: high * perBase, unit: `${low}–${high} ${shownUnit(unit, gas, carbon)}` } : null,
  };
};

const modifierOf = (modifier: ProcessFile['modifiers'][number], records: Records): ProcessModifier => {
  const usual = modifier.usual === undefined ? null : records.row(modifier.usual);
  return {
    key: modifier.key,
    gases: modifier.gases ?? null,
    least: modifier.least,
    most: modifier.most,
    required: modifier.required ?? false,
    default: modifier.default === undefined ? null : records.number(modifier.default),
    usual: usual === null ? null : { low: usual.low ?? 0, high: usual.high ?? 0 },
    included: modifier.included === undefined ? null : records.number(modifier.included),
  };
};

const processes = (files: FactorFiles, records: Records): Lookup<string, Process> =>
  lookup(
    files['processes.yaml'].map(({ id, en, ko, tier, quantity, emissions, modifiers, note = null }) => [
      id,
      {
        id,
        en,
        ko,
        tier,
        quantity,
        note,
        emissions: emissions.map((emission) => emissionOf(emission, records)),
        modifiers: modifiers.map((modifier) => modifierOf(modifier, records)),
      },
    ]),
  );

const blends = (files: FactorFiles): Lookup<string, Blend> =>
  lookup(
    files['gwp-blends.yaml'].map(({ id: recordId, name: id, massFractions, others = {}, confidence, source: sourceId, locator }) => [
      id,
      { id, recordId, massFractions, others, aliases: [id.replace('-', '')], confidence, sourceId, locator },
    ]),
  );

const carriers = (files: FactorFiles, records: Records): Lookup<string, Carrier> =>
  lookup(
    files['fugitive-sources.yaml'].carriers.map(({ id, en, ko, aliases, gas, record, volumeShare }) => [
      id,
      {
        id,
        en,
        ko,
        aliases,
        gas,
        yield: record === undefined ? null : records.number(record, `kg${gas}/kg`),
        molarMass:
          volumeShare === undefined
            ? null
            : { gas: records.number(volumeShare.gas, 'g/mol'), carrier: records.number(volumeShare.carrier, 'g/mol') },
      },
    ]),
  );

const equipment = (files: FactorFiles, records: Records): Lookup<string, EquipmentKind> =>
  lookup(
    files['equipment.yaml'].map(({ installation, annual, remaining, recovered, usual, ...kind }) => {
      const rate = records.share(annual, 'annualLeak');
      if (rate === null) throw new Error(`${kind.id} has no annual rate.`);
      return [
        kind.id,
        {
          ...kind,
          annual: rate,
          installation: records.share(installation, 'installation'),
          remaining: records.share(remaining, 'remainingAtDisposal'),
          recovered: records.share(recovered, 'recovered'),
          usual: usual === null ? null : { low: usual.low, high: usual.high, id: usual.record },
        },
      ];
    }),
  );

const carbonMaterials = (files: FactorFiles): Lookup<string, CarbonMaterial> =>
  lookup(
    files['carbon-contents.yaml'].map(
      ({ id, material, en, ko, aliases, biogenic, fuels, value, unit, confidence, source: sourceId, locator }) => [
        material,
        {
          id: material,
          en,
          ko,
          aliases,
          biogenic,
          fuels,
          content: value === null ? null : { id, value, unit, confidence, sourceId, locator },
        },
      ],
    ),
  );

const gwpAlternatives = (files: FactorFiles): Lookup<string, GwpAlternative> =>
  lookup(
    files['gwp.csv']
      .filter((record) => record.default === 'no')
      .map(({ id, gas, set, value, unit, confidence, source: sourceId, locator }) => [
        id,
        { id, gas, set, value, unit, confidence, sourceId, locator },
      ]),
  );

/** What can be named besides energy, with every number resolved. The files were checked before. */
export const emissionSources = (files: FactorFiles): EmissionSources => {
  const records = new Records(files);
  return {
    processes: processes(files, records),
    blends: blends(files),
    carriers: carriers(files, records),
    released: lookup(
      Object.entries(files['fugitive-sources.yaml'].released).map(([gas, id]) => [gas, records.number(id, `kg${gas}/kg`)] as const),
    ),
    fugitiveSources: lookup(files['fugitive-sources.yaml'].sources.map((source): readonly [string, FugitiveSource] => [source.id, source])),
    equipment: equipment(files, records),
    carbonMaterials: carbonMaterials(files),
    treatments: lookup(
      files['treatments.yaml'].map(({ id, en, ko, conversion }): readonly [string, Treatment] => [
        id,
        { id, en, ko, conversion: records.waste(conversion) },
      ]),
    ),
    wasteWater: { COD: records.waste('ww.bo_cod'), BOD: records.waste('ww.bo_bod'), nitrogen: records.waste('ww.n2o') },
    gwpAlternatives: gwpAlternatives(files),
  };
};
