import type { Catalog } from '../catalog/catalog.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { answersFromForm, askedField } from '../survey/form-fields.js';
import { emptyResponse } from '../survey/response.js';
import { type ActivityCatalog, toActivityData } from '../survey/to-activity-data.js';
import { inventoryRequestOf } from './inventory-request.js';

/** An example establishment and what its answers are computed with. */
export interface ExampleRequest {
  readonly id: string;
  /** Korean. */
  readonly name: string;
  readonly request: InventoryRequest;
  /** Whether its answers are meant to be right; the others show what the edit rules find. */
  readonly sound: boolean;
}

const nobody = { id: 'example', establishmentId: 'example', roundId: 'example' };

/** The requests of all example establishments, filled in as far as their files go. */
export const exampleRequests = (catalog: Pick<Catalog, 'surveys'> & ActivityCatalog): readonly ExampleRequest[] => {
  const { editions, examples, workedExamples } = catalog.surveys;
  return workedExamples.map(({ id, name, editionId, fields: typed, reasons }) => {
    const edition = editions[editionId];
    if (edition === undefined) throw new Error(`The example ${id} answers the edition ${editionId}, which there is not`);
    const asked = [...new Set(Object.keys(typed).map((field) => field.split('.')[0] ?? field))];
    const fields = new Map<string, readonly string[]>([
      ...Object.entries(typed).map(([field, text]): [string, string[]] => [field, [text]]),
      [askedField, asked],
    ]);
    const { answers } = answersFromForm(edition, fields, {});
    const sound = examples.some((example) => example.id === id);
    return {
      id,
      name,
      sound,
      request: inventoryRequestOf(toActivityData(edition, { ...emptyResponse(edition, nobody), answers, reasons }, catalog)),
    };
  });
};
