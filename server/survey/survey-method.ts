import type { InventoryRequest } from '../domain/inventory-request.js';

/**
 * What the survey's inventories are computed with: the national factors and the global warming potentials of the Fifth Assessment
 * Report, which the national inventory uses.
 */
export const surveyMethod = { factorSet: 'kr-national', gwp: 'AR5' } as const satisfies Partial<InventoryRequest>;
