import type { IncomingHttpHeaders } from 'node:http';
import { accessProblem } from '../problem/access-problems.js';

/**
 * Lets a request that changes something pass only if the browser says that a page of this site sent it. `Sec-Fetch-Site` decides where
 * the browser sends it (https and loopback); elsewhere `Origin` must name this site. A request with neither is refused.
 * @param baseUrl the configured address of the site; null: what the request calls its host
 * @param https    whether the site itself serves https, where no address is configured
 * Throws crossSite.
 */
export const assertSameOrigin = (headers: IncomingHttpHeaders, baseUrl: string | null, https = false): void => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin') return;
    throw accessProblem('crossSite');
  }
  const own = baseUrl === null ? `${https ? 'https' : 'http'}://${headers.host ?? ''}` : new URL(baseUrl).origin;
  if (headers.origin === undefined || headers.host === undefined || headers.origin.toLowerCase() !== own.toLowerCase())
    throw accessProblem('crossSite');
};
