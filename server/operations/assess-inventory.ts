import type { FactorData } from '../domain/factor-data.js';
import type { Inventory } from '../domain/inventory.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { assessTotal, type TotalAssessment } from '../domain/uncertainty/assess-total.js';
import { assessUncertainty, type InventoryUncertainty } from '../domain/uncertainty/assess-uncertainty.js';
import { type QualitySummary, qualityOfLines } from '../domain/uncertainty/quality-of-lines.js';
import type { Simulation } from '../domain/uncertainty/simulate.js';

/** What an inventory says of itself when it is asked how well it is known. */
export interface Assessment {
  readonly dataQuality: QualitySummary;
  readonly uncertainty: InventoryUncertainty;
}

/** An inventory, with its assessment where one was asked for. */
export type AssessedInventory = Inventory & Partial<Assessment>;

/** The number of draws the IPCC names as usual, and a seed that is the same for everybody, so that the same request gives the same bytes. */
export const usualSimulation: Simulation = { seed: 1, draws: 10_000 };

/** Data quality and uncertainty of a finished inventory, from the activities it was computed of. */
export const assessInventory = (
  inventory: Inventory,
  { activityData }: InventoryRequest,
  { uncertainties }: FactorData,
  simulation: Simulation = usualSimulation,
): Assessment => ({
  dataQuality: qualityOfLines(inventory, activityData, uncertainties),
  uncertainty: assessUncertainty(inventory, activityData, uncertainties, simulation),
});

/** How well the total of Scope 1 and 2, location-based, is known: what the page of a result says. */
export const assessHeadline = (inventory: Inventory, { activityData }: InventoryRequest, { uncertainties }: FactorData): TotalAssessment =>
  assessTotal(inventory, activityData, uncertainties, usualSimulation, 'scope1And2LocationBased');
