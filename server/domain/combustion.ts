import type { MobileCombustionActivity, StationaryCombustionActivity } from './activity-data.js';
import { biogenic, co2eqLine, type Estimate, energyLine, gasLine, type Setting, scope1 } from './estimate.js';
import type { Fuel, Gas } from './factor-data.js';
import { chooseFuelBasis, type FuelBasis } from './fuel-basis.js';
import { type FuelBill, type FuelEnergy, fuelEnergy, refuseStrangeUnit } from './fuel-energy.js';
import type { FactorUse, InventoryLine, InventoryWarning } from './inventory.js';
import { knownFactorUnit } from './own-factor.js';
import { ownFuelDerivation } from './own-fuel-factor.js';
import { Refusal, refuse } from './refusal.js';
import { type Derivation, type Step, shown, type TraceNote } from './trace.js';
import { knownUnit } from './units.js';
import { energyWarnings, factorWarnings, fuelNames, warning } from './warnings.js';

type FuelActivity = StationaryCombustionActivity | MobileCombustionActivity;

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
  energy: FuelEnergy,
  step: Step,
  factors: readonly FactorUse[],
  tier: 1 | 2,
  notes: readonly TraceNote[],
): Derivation => ({
  steps: [energy.step, step],
  inputs: energy.inputs,
  factors: [...energy.factors, ...factors],
  tier,
  notes,
});

const fuelLines = (
  activity: FuelActivity,
  basis: FuelBasis,
  energy: FuelEnergy,
  chosen: CombustionFactors,
  bill: FuelBill,
  path: string,
  setting: Setting,
): InventoryLine[] => {
  const { factor } = activity;
  const own = factor === undefined ? null : knownFactorUnit(factor);
  const netTJ = energy.netMJ * 1e-6;
  const lineOf = (gas: Gas, byDefault: () => { tonnes: number; made: Derivation }): InventoryLine => {
    const { tonnes, made } =
      factor !== undefined && own?.gas === gas ? ownFuelDerivation(factor, basis.fuel, bill, energy, path, setting) : byDefault();
    return gasLine(activity, gas === 'CO2' && basis.fuel.biogenic ? biogenic : scope1, gas, tonnes, made, setting);
  };
  const traceGas = (use: FactorUse) => () => {
    const tonnes = netTJ * use.value * 1e-3;
    const step = {
      equation: 'm = E · EF · 10⁻³',
      substituted: `m = ${shown(netTJ)} TJ × ${shown(use.value)} kg/TJ × 10⁻³ = ${shown(tonnes)} t`,
    };
    return { tonnes, made: derivation(energy, step, [use], 1, chosen.notes) };
  };
  const co2 = lineOf('CO2', () => {
    const { tonnes, step } = co2Step(energy, basis, chosen.oxidation);
    return {
      tonnes,
      made: derivation(energy, step, chosen.oxidation === null ? [basis.co2] : [basis.co2, chosen.oxidation], basis.tier, []),
    };
  });
  return [co2, lineOf('CH4', traceGas(chosen.ch4)), lineOf('N2O', traceGas(chosen.n2o))];
};

/** The energy of a fuel whose emissions come from a factor of its own: unknown where the amount cannot be converted. */
const energyIfKnown = (bill: FuelBill, basis: FuelBasis, setting: Setting): FuelEnergy | null => {
  try {
    return fuelEnergy(bill, basis, setting);
  } catch (error) {
    if (error instanceof Refusal && ['noDensity', 'noCalorificValue', 'noGrossValue'].includes(error.fault.code)) return null;
    throw error;
  }
};

/** Fuel burnt, standing or moving: its energy, then CO2, CH4 and N2O, each by the set's factor or by the activity's own. */
export const combust = (activity: FuelActivity, path: string, setting: Setting, choose: ChooseCombustionFactors): Estimate => {
  const fuel = setting.data.fuels[activity.fuel];
  if (fuel === undefined) return refuse('unknownFuel', `${path}.fuel`, { given: activity.fuel });
  const bill: FuelBill = {
    quantity: activity.quantity,
    unit: knownUnit(activity.unit),
    grossMJPerNm3: activity.grossMJPerNm3 ?? null,
    unitField: `${path}.unit`,
  };
  refuseStrangeUnit(fuel, bill.unit, bill.unitField);
  if (bill.grossMJPerNm3 !== null && fuel.billedHeat === 'net') refuse('grossValueNotOfFuel', `${path}.grossMJPerNm3`, { fuel: fuel.id });
  const basis = chooseFuelBasis(fuel, setting);
  const whole = activity.factor !== undefined && knownFactorUnit(activity.factor).gas === 'CO2eq' ? activity.factor : null;
  const energy = whole === null ? fuelEnergy(bill, basis, setting) : energyIfKnown(bill, basis, setting);
  const lines =
    whole === null && energy !== null
      ? fuelLines(activity, basis, energy, choose(fuel, basis, setting), bill, path, setting)
      : wholeLine(activity, fuel, bill, energy, path, setting);
  const ofEnergy = energyLine(activity, fuel, energy?.netMJ ?? null, energy?.grossMJ ?? null);
  const factors = [...lines.flatMap((line) => line.trace.factors), ...(energy?.factors ?? []), ...(energy?.grossFactors ?? [])];
  return {
    lines,
    energy: ofEnergy,
    warnings: [
      ...factorWarnings(activity.id, factors, setting.reportingYear, setting.row.id),
      ...fuelWarnings(activity, basis, energy, whole !== null),
      ...energyWarnings(ofEnergy),
    ],
  };
};

const wholeLine = (
  activity: FuelActivity,
  fuel: Fuel,
  bill: FuelBill,
  energy: FuelEnergy | null,
  path: string,
  setting: Setting,
): InventoryLine[] => {
  if (activity.factor === undefined) throw new Error('A whole line needs a factor of its own.');
  const { tonnes, made } = ownFuelDerivation(activity.factor, fuel, bill, energy, path, setting);
  return [co2eqLine(activity, scope1, tonnes, made, setting)];
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
