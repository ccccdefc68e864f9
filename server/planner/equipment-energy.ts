import { exactSum } from '../domain/exact-sum.js';
import { amount, rangeInWords } from './amounts-in-words.js';
import type { EquipmentKind } from './measure.js';
import type { Equipment, FigureUse, Range, Text } from './plan.js';
import { rangeOf, scaled, sumOf } from './range.js';

/** Energy found from the equipment of the site. */
export interface StatedEnergy {
  readonly energy: Range;
  readonly kilowatts: number;
  readonly basis: readonly Text[];
  readonly figures: readonly FigureUse[];
}

/** A row that says "none": of no size, or never running. Zero is an answer, unlike a blank. */
export const isNone = (row: Equipment): boolean => row.size === 0 || row.hoursPerYear === 0;

/** True when every kind of equipment of the component was entered, and each as none. */
export const statedNone = (component: string, rows: readonly Equipment[], kinds: readonly EquipmentKind[]): boolean => {
  const own = kinds.filter((kind) => kind.component === component);
  const named = own.map((kind) => rows.filter((row) => row.kind === kind.id));
  return own.length > 0 && named.every((rowsOfKind) => rowsOfKind.length > 0 && rowsOfKind.every(isNone));
};

/** kW of input of one row; null where size or unit does not tell. */
const kilowattsOf = (row: Equipment, kind: EquipmentKind): number | null => {
  const perUnit = kind.sizeUnits.find((unit) => unit.id === row.sizeUnit)?.kilowatts;
  return row.size === null || perUnit === undefined ? null : row.size * perUnit;
};

/** How many pieces a row stands for; null unless it is counted in pieces, for one row may hold all machines of a kind. */
export const piecesOf = (row: Equipment): number | null => (row.sizeUnit === 'each' ? row.size : null);

/** What several rows come to; null of none. */
const together = (rows: readonly StatedEnergy[]): StatedEnergy | null => {
  const [first, ...rest] = rows;
  if (first === undefined) return null;
  return {
    energy: sumOf(first.energy, ...rest.map(({ energy }) => energy)),
    kilowatts: exactSum(rows.map(({ kilowatts }) => kilowatts)),
    basis: rows.flatMap(({ basis }) => basis),
    figures: rows.flatMap(({ figures }) => figures),
  };
};

/**
 * Energy of a component from the equipment table:  E = Σ P · h · load  (MWh; TJ for fuel).
 * Null when no row of it carries size and hours: rows are main equipment, so a missing row does not mean zero. Rows of none add nothing.
 */
export const equipmentEnergy = (
  component: string,
  carrier: 'electricity' | 'fuel',
  rows: readonly Equipment[],
  kinds: readonly EquipmentKind[],
): StatedEnergy | null => {
  const found: StatedEnergy[] = [];
  for (const row of rows) {
    const kind = kinds.find((entry) => entry.id === row.kind);
    if (kind === undefined || kind.component !== component || kind.carrier !== carrier || kind.loadFactor === undefined) continue;
    const kilowatts = isNone(row) ? null : kilowattsOf(row, kind);
    if (kilowatts === null || row.hoursPerYear === null) continue;
    const load = rangeOf(kind.loadFactor);
    const megawattHours = (kilowatts * row.hoursPerYear) / 1000;
    const energy = carrier === 'electricity' ? scaled(load, megawattHours, 'MWh') : scaled(load, megawattHours * 0.0036, 'TJ');
    const [loads, result] = [rangeInWords({ ...load, unit: '1' }), rangeInWords(energy)];
    const text: Text = {
      ko: `${kind.name.ko} ${amount(row.size ?? 0)} ${row.sizeUnit ?? ''} × ${amount(row.hoursPerYear)}시간 × 부하율 ${loads.ko} = ${result.ko}.`,
      en: `${kind.name.en} ${amount(row.size ?? 0)} ${row.sizeUnit ?? ''} x ${amount(row.hoursPerYear)} h x load ${loads.en} = ${result.en}.`,
    };
    const figure: FigureUse = {
      label: { ko: `${kind.name.ko} 부하율`, en: `Load of ${kind.name.en.toLowerCase()}` },
      range: load,
      sourceId: kind.loadFactor.source,
    };
    found.push({ energy, kilowatts, basis: [text], figures: [figure] });
  }
  return together(found);
};
