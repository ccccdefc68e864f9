import type { HeatBasis } from './activity-data.js';
import type { Fault } from './fault.js';
import { choice, type Field, ownFactorField, quantityFields } from './field.js';
import type { Plain } from './plain.js';

export const heatBases: readonly HeatBasis[] = ['net', 'gross'];

/** What is asked of a fuel, burnt standing or moving. */
export const fuelFields: readonly Field[] = [
  ...quantityFields,
  ownFactorField,
  choice('fuel', true, 'unknownFuel', (vocabulary) => Object.keys(vocabulary.fuels), 'The fuel.'),
  {
    key: 'grossMJPerNm3',
    kind: 'positive',
    required: false,
    unit: 'MJ/Nm3',
    en: 'City gas: the heat content printed on the bill, gross MJ per Nm3.',
  },
  choice(
    'heatBasis',
    false,
    'unknownHeatBasis',
    () => heatBases,
    'Of a quantity in an energy unit: net or gross heat. Default: gross for city gas, toe, therm and mmBtu, else net.',
  ),
  { key: 'temperatureC', kind: 'number', required: false, least: -50, most: 150, en: 'Of a gas in m3: its temperature at the meter, °C.' },
  {
    key: 'pressureKPa',
    kind: 'number',
    required: false,
    least: 60,
    most: 20_000,
    outside: 'unknownPressure',
    en: 'Of a gas in m3: its absolute pressure at the meter, kPa (gauge pressure + 101.325).',
  },
];

/** Temperature and pressure come together. */
export const fuelFaults = (activity: Plain, path: string): readonly Fault[] => {
  const given = ['temperatureC', 'pressureKPa'].filter((key) => Object.hasOwn(activity, key));
  const missing = given[0] === 'temperatureC' ? 'pressureKPa' : 'temperatureC';
  return given.length === 1 ? [{ code: 'conditionsIncomplete', field: `${path}.${missing}`, values: { missing } }] : [];
};
