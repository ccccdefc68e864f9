import type { FactorCard } from '../domain/factor-card.js';
import type { CardsOf } from './card-of.js';
import type { FactorFiles } from './emission-factors-files.js';
import { instrumentCards, vehicleClassCards } from './factor-cards-activity.js';
import { conversionCards, electricityEnergyCards, gridCards, heatCards, supplierHeatCards } from './factor-cards-energy.js';
import {
  calorificCards,
  densityCards,
  fuelCo2Cards,
  ipccCalorificCards,
  mobileCards,
  oxidationCards,
  stationaryCards,
} from './factor-cards-fuels.js';
import { blendCards, carbonContentCards, gwpCards, leakRateCards, processCards, ruleCards, wastewaterCards } from './factor-cards-gases.js';
import { uncertaintyCards } from './factor-cards-uncertainty.js';

/** By file, so that a new file cannot be left out of the library. Null: it holds no numbers of its own. */
const cardsOf: { readonly [File in keyof FactorFiles]: CardsOf | null } = {
  'factor-sets.yaml': null,
  'fuels.yaml': null,
  'gases.yaml': null,
  'sources.yaml': null,
  'heat-suppliers.yaml': null,
  'conflicts.yaml': null,
  'thresholds.yaml': null,
  'processes.yaml': null,
  'fugitive-sources.yaml': null,
  'equipment.yaml': null,
  'treatments.yaml': null,
  'calorific-values.csv': calorificCards,
  'calorific-values-ipcc.csv': ipccCalorificCards,
  'fuel-co2.csv': fuelCo2Cards,
  'ipcc-stationary.csv': stationaryCards,
  'ipcc-mobile.csv': mobileCards,
  'oxidation.yaml': oxidationCards,
  'grid-electricity.yaml': gridCards,
  'electricity-energy.yaml': electricityEnergyCards,
  'energy-conversions.yaml': conversionCards,
  'heat.yaml': heatCards,
  'heat-supplier-factors.csv': supplierHeatCards,
  'gwp.csv': gwpCards,
  'gwp-blends.yaml': blendCards,
  'densities.yaml': densityCards,
  'process.csv': processCards,
  'leak-rates.yaml': leakRateCards,
  'wastewater.csv': wastewaterCards,
  'carbon-contents.yaml': carbonContentCards,
  'rules.yaml': ruleCards,
  'uncertainties.yaml': uncertaintyCards,
  'mobile-technologies.yaml': null,
  'vehicle-classes.yaml': vehicleClassCards,
  'electricity-instruments.yaml': instrumentCards,
};

/** Every record of the package as a card. */
export const factorCards = (files: FactorFiles): readonly FactorCard[] => Object.values(cardsOf).flatMap((cards) => cards?.(files) ?? []);
