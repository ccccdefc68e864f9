import { computeInventoryStream, computeLines, type InputLimits } from '../operations/compute-lines.js';
import { computationLines, resultText } from '../operations/result-text.js';
import { problemOfWorded } from '../operations/word-faults.js';
import { openApiDocument } from './openapi.js';
import type { Routes } from './route.js';

/** Less than on one's own machine: a request of 10,000 activities needs about 2 MiB. */
export const apiLimits: InputLimits = { whole: 16 * 1024 * 1024, line: 16 * 1024 * 1024 };

/** Where an inventory is computed, as programs call it. */
export const calculatePath = '/api/v1/inventories:calculate';

/** The interface for programs. It computes from what is sent and reads or keeps nobody's data, so anyone may use it. */
export const apiRoutes = (route: Routes): void => {
  route.postData(
    '/api/v1/inventories\\:calculate',
    ['application/json', 'application/x-ndjson'],
    async ({ site, mediaType, body }, reply) => {
      if (mediaType === 'application/x-ndjson') {
        await reply.stream(mediaType, computationLines(computeLines(site, body, null, apiLimits)));
        return;
      }
      const computation = await computeInventoryStream(site, body, null, apiLimits);
      const [first] = 'errors' in computation ? computation.errors : [];
      if ('inventory' in computation) await reply.stream('application/json', resultText(computation.inventory, 0));
      else if (first === undefined) throw new Error('A request was refused without a fault');
      else await reply.refuse(problemOfWorded(first), computation.errors);
    },
  );

  route.getData('/api/v1/openapi.json', async ({ site }, reply) => {
    reply.json(openApiDocument(site, calculatePath, apiLimits));
  });
};
