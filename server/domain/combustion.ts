import type { FuelActivity, OwnFactor } from './activity-data.js';
import { refuseStrangeHeatContent } from './bill-heat-content.js';
import { biogenic, co2eqLine, type Estimate, energyLine, gasLine, type Setting, scope1 } from './estimate.js';
import type { CombustionGas, Fuel } from './factor-data.js';
import { chooseFuelBasis, type FuelBasis } from './fuel-basis.js';
import { type FuelBill, refuseStrangeUnit } from './fuel-bill.js';
import { type FuelEnergy, fuelEnergy } from './fuel-energy.js';
import type { FactorUse, InventoryLine, InventoryWarning } from './inventory.js';
import { knownFactorUnit } from './own-factor.js';
import { ownFuelDerivation } from './own-fuel-factor.js';
import { Refusal, refuse } from './refusal.js';
import { type Derivation, type Step, shown, type TraceNote } from './trace.js';
import { type EnergyGap, energyWarnings, factorWarnings, fuelNames, noGrossValueOfRevision, warning } from './warnings.js';

/** What a kind of combustion adds to a fuel: how much of its carbon burns, and its CH4 and N2O in kg/TJ. */
export interface CombustionFactors {
  /** Null where all carbon is taken to burn. */
  readonly oxidation: FactorUse | null;
  readonly ch4: FactorUse;
  readonly n2o: FactorUse;
  readonly notes: readonly TraceNote[];
}

/** Chooses them for a fuel, or refuses it. */
export type ChooseCombustionFactors = (fuel: Fuel, basis: FuelBasis, setting: Setting) => CombustionFactors;

/** CO2 of burnt fuel:  m = E · EF · OF · 10⁻³  or  m = E · C · 44/12 · OF  [t]. Source: IPCC 2006, Vol. 2, Ch. 2, eq. 2.1. */
const co2Step = (energy: FuelEnergy, { co2 }: FuelBasis, oxidation: FactorUse | null): { readonly tonnes: number; readonly step: Step } => {
  const netTJ = energy.netMJ * 1e-6;
  const burnt = oxidation?.value ?? 1;
  const isCarbon = co2.role === 'C';
  const tonnes = (isCarbon ? (netTJ * co2.value * 44) / 12 : netTJ * co2.value * 1e-3) * burnt;
  const of = oxidation === null ? { symbols: '', numbers: '' } : { symbols: ' · OF', numbers: ` × ${shown(burnt)}` };
  const step = isCarbon
    ? {
        equation: `m = E · C · 44/12${of.symbols}`,
        substituted: `m = ${shown(netTJ)} TJ × ${shown(co2.value)} tC/TJ × 44/12${of.numbers} = ${shown(tonnes)} t`,
      }
    : {
        equation: `m = E · EF${of.symbols} · 10⁻³`,
        substituted: `m = ${shown(netTJ)} TJ × ${shown(co2.value)} kg/TJ${of.numbers} × 10⁻³ = ${shown(tonnes)} t`,
      };
  return { tonnes, step };
};

const derivation = (
  { origin }: FuelBill,
  energy: FuelEnergy,
  step: Step,
  factors: readonly FactorUse[],
  tier: 1 | 2,
  notes: readonly TraceNote[],
): Derivation => ({
  steps: [...origin.steps, energy.step, step],
  inputs: origin.inputs,
  factors: [...origin.factors, ...energy.factors, ...factors],
  tier,
  notes: [...origin.notes, ...energy.notes, ...notes],
});

/** A fuel activity with everything that was looked up for it. */
interface Burning {
  readonly activity: FuelActivity;
  readonly basis: FuelBasis;
  readonly bill: FuelBill;
  readonly path: string;
  readonly setting: Setting;
}

interface Burnt {
  readonly tonnes: number;
  readonly made: Derivation;
}

const fuelLines = ({ activity, basis, bill, path, setting }: Burning, energy: FuelEnergy, chosen: CombustionFactors): InventoryLine[] => {
  const { factor } = activity;
  const own = factor === undefined ? null : knownFactorUnit(factor);
  const netTJ = energy.netMJ * 1e-6;
  const lineOf = (gas: CombustionGas, byDefault: () => Burnt): InventoryLine => {
    const isOwn = factor !== undefined && own?.gas === gas;
    const { tonnes, made } = isOwn ? ownFuelDerivation(factor, basis.fuel, bill, energy, path, setting) : byDefault();
    return gasLine(activity, gas === 'CO2' && basis.fuel.biogenic ? biogenic : scope1, gas, tonnes, made, setting);
  };
  const co2 = (): Burnt => {
    const { tonnes, step } = co2Step(energy, basis, chosen.oxidation);
    const factors = chosen.oxidation === null ? [basis.co2] : [basis.co2, chosen.oxidation];
    return { tonnes, made: derivation(bill, energy, step, factors, basis.tier, []) };
  };
  const byIpcc = (use: FactorUse) => (): Burnt => {
    const tonnes = netTJ * use.value * 1e-3;
    const substituted = `m = ${shown(netTJ)} TJ × ${shown(use.value)} kg/TJ × 10⁻³ = ${shown(tonnes)} t`;
    return { tonnes, made: derivation(bill, energy, { equation: 'm = E · EF · 10⁻³', substituted }, [use], 1, chosen.notes) };
  };
  return [lineOf('CO2', co2), lineOf('CH4', byIpcc(chosen.ch4)), lineOf('N2O', byIpcc(chosen.n2o))];
};

/** The one line of an activity whose own factor counts all gases at once. */
const wholeLine = ({ activity, basis, bill, path, setting }: Burning, factor: OwnFactor, energy: FuelEnergy | null): InventoryLine => {
  const { tonnes, made } = ownFuelDerivation(factor, basis.fuel, bill, energy, path, setting);
  return co2eqLine(activity, scope1, tonnes, made, setting);
};

/** The energy of a fuel whose emissions come from a factor of its own: why it is unknown, where the amount cannot be converted. */
const energyOrGap = ({ bill, basis, setting }: Burning): FuelEnergy | EnergyGap => {
  try {
    return fuelEnergy(bill, basis, setting);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, values } = error.fault;
    if (code !== 'noDensity' && code !== 'noCalorificValue' && code !== 'noGrossValue') throw error;
    return { reason: code, unit: String(values.unit), per: String(values.per ?? '') };
  }
};

/** The fuel of an activity. */
export const fuelOf = (activity: FuelActivity, path: string, { data }: Setting): Fuel =>
  data.fuels[activity.fuel] ?? refuse('unknownFuel', `${path}.fuel`, { given: activity.fuel });

const burningOf = (activity: FuelActivity, fuel: Fuel, bill: FuelBill, path: string, setting: Setting): Burning => {
  refuseStrangeUnit(fuel, bill.unit, bill.unitField);
  if (bill.grossMJPerNm3 !== null && fuel.billedHeat === 'net') refuse('grossValueNotOfFuel', `${path}.grossMJPerNm3`, { fuel: fuel.id });
  const basis = chooseFuelBasis(fuel, setting);
  refuseStrangeHeatContent(bill, basis, setting, `${path}.grossMJPerNm3`);
  return { activity, basis, bill, path, setting };
};

const estimateOf = (burning: Burning, lines: readonly InventoryLine[], found: FuelEnergy | EnergyGap, isWhole: boolean): Estimate => {
  const { activity, basis, bill, setting } = burning;
  const energy = 'netMJ' in found ? found : null;
  const gap = 'netMJ' in found ? noGrossValueOfRevision : found;
  const energyFactors = energy === null ? [] : [...bill.origin.factors, ...energy.factors, ...energy.grossFactors];
  const ofEnergy = energyLine(activity, basis.fuel, energy?.netMJ ?? null, energy?.grossMJ ?? null, energyFactors);
  const factors = [...lines.flatMap((line) => line.trace.factors), ...energyFactors];
  const warnings = [
    ...factorWarnings(activity.id, factors, setting.reportingYear, setting.row.id),
    ...fuelWarnings(activity, basis, energy, isWhole),
    ...energyWarnings(ofEnergy, gap),
  ];
  return { label: basis.fuel, lines, energy: ofEnergy, warnings };
};

/** Fuel burnt, standing or moving: its energy, then CO2, CH4 and N2O, each by the set's factor or by the activity's own. */
export const combust = (
  activity: FuelActivity,
  fuel: Fuel,
  bill: FuelBill,
  path: string,
  setting: Setting,
  choose: ChooseCombustionFactors,
): Estimate => {
  const burning = burningOf(activity, fuel, bill, path, setting);
  const { factor } = activity;
  if (factor !== undefined && knownFactorUnit(factor).gas === 'CO2eq') {
    const energy = energyOrGap(burning);
    return estimateOf(burning, [wholeLine(burning, factor, 'netMJ' in energy ? energy : null)], energy, true);
  }
  const energy = fuelEnergy(burning.bill, burning.basis, setting);
  return estimateOf(burning, fuelLines(burning, energy, choose(burning.basis.fuel, burning.basis, setting)), energy, false);
};

const fuelWarnings = (activity: FuelActivity, basis: FuelBasis, energy: FuelEnergy | null, whole: boolean): InventoryWarning[] => {
  const isRatio = energy?.factors.some((use) => use.role === 'GCV' && use.match === 'other-revision') ?? false;
  return [
    ...(basis.match === 'other-revision' && energy !== null ? [warning('otherRevision', activity.id, fuelNames(basis.fuel))] : []),
    ...(isRatio ? [warning('nationalRatio', activity.id, fuelNames(basis.fuel))] : []),
    ...(whole ? [warning('noGasSplit', activity.id)] : []),
    ...(whole && basis.fuel.biogenic ? [warning('biogenicNotSplit', activity.id)] : []),
  ];
};
