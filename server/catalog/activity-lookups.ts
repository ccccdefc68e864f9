import type { FactorData, MobileFactor } from '../domain/factor-data.js';
import type { FactorFiles } from './emission-factors-files.js';
import { lookup } from './lookup.js';

type ActivityLookups = Pick<FactorData, 'vehicleClasses' | 'technologies' | 'mobileOfTechnology' | 'instruments'>;

const mobileOfTechnology = (files: FactorFiles): FactorData['mobileOfTechnology'] =>
  lookup(
    files['ipcc-mobile.csv'].flatMap(({ id, mode, fuel, gas, technology, value, confidence, source, locator }) => {
      const named = files['mobile-technologies.yaml'].find((each) => each.mode === mode && each.printed.includes(technology));
      const factor: MobileFactor = { id, technology, value, unit: `kg${gas}/TJ`, confidence, sourceId: source, locator };
      return named === undefined ? [] : [[`${mode} ${fuel} ${gas} ${named.id}`, factor] as const];
    }),
  );

/** What can be said of an activity besides its fuel: vehicles, their technology, contracts on electricity. */
export const activityLookups = (files: FactorFiles): ActivityLookups => ({
  vehicleClasses: lookup(
    files['vehicle-classes.yaml'].map(({ id, en, ko, fuels, measured, value, unit, confidence, source, locator }) => {
      return [id, { id, en, ko, fuels, measured, value, unit, confidence, sourceId: source, locator }] as const;
    }),
  ),
  technologies: lookup(files['mobile-technologies.yaml'].map(({ id, mode, en, ko }) => [id, { id, mode, en, ko }] as const)),
  mobileOfTechnology: mobileOfTechnology(files),
  instruments: lookup(
    files['electricity-instruments.yaml'].map(({ id, en, ko, counted, factor, isDisputed, confidence, source, locator }) => {
      return [id, { id, en, ko, counted, factor, isDisputed, confidence, sourceId: source, locator }] as const;
    }),
  ),
});
