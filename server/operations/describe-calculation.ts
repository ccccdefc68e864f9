import { answerSchemas } from '../catalog/inventory-schema.js';
import { type JsonSchema, requestSchema } from '../domain/request-schema.js';
import { type Computation, computeInventoryValue, type InventorySite } from './compute-inventory.js';

/** A request that shows how the calculation is asked, and what comes of it. */
export interface CalculationExample {
  readonly name: string;
  readonly summary: string;
  readonly request: unknown;
  readonly answer: Computation;
}

const requests: readonly Omit<CalculationExample, 'answer'>[] = [
  {
    name: 'dieselAndElectricity',
    summary: 'Diesel by volume and electricity from the grid',
    request: {
      reportingYear: 2024,
      activityData: [
        { id: 'boiler', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' },
        { id: 'meter-1', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' },
      ],
    },
  },
  {
    name: 'cityGasUnderTheTradingScheme',
    summary: 'City gas by its bill, under the factors of the emissions trading scheme',
    request: {
      reportingYear: 2023,
      factorSet: 'k-ets',
      sector: 'manufacturing',
      activityData: [
        { id: 'furnace', category: 'stationaryCombustion', fuel: 'cityGasLng', quantity: 1_520_000, unit: 'MJ', grossMJPerNm3: 42.9 },
      ],
    },
  },
  {
    name: 'unknownFuel',
    summary: 'A fuel that is not in the vocabulary: refused',
    request: {
      reportingYear: 2024,
      activityData: [{ id: 'boiler', category: 'stationaryCombustion', fuel: 'coal', quantity: 12, unit: 't' }],
    },
  },
];

/** Requests with the answers this site gives to them. */
export const calculationExamples = (site: InventorySite): readonly CalculationExample[] =>
  requests.map((example) => ({ ...example, answer: computeInventoryValue(site, example.request) }));

/** The JSON Schemas of a request, of an inventory and of a refused line, as the calculation goes by them. */
export const calculationSchemas = ({
  catalog,
}: InventorySite): { readonly request: JsonSchema; readonly inventory: JsonSchema; readonly refusal: JsonSchema } => ({
  request: requestSchema(catalog.emissionFactors),
  ...answerSchemas(),
});
