import type { IncomingHttpHeaders } from 'node:http';
import { accessProblem } from '../problem/access-problems.js';

const ownOrigin = (headers: IncomingHttpHeaders, baseUrl: string | null, https: boolean): string =>
  (baseUrl === null ? `${https ? 'https' : 'http'}://${headers.host ?? ''}` : new URL(baseUrl).origin).toLowerCase();

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
  if (headers.origin === undefined || headers.host === undefined || headers.origin.toLowerCase() !== ownOrigin(headers, baseUrl, https))
    throw accessProblem('crossSite');
};

/**
 * Lets a program's request pass, which says neither, and refuses what a browser says comes from elsewhere. The media types of data routes
 * guard besides: a page of another site can send none of them without a permission that this site never gives.
 * Throws crossSite.
 */
export const assertNotCrossSite = (headers: IncomingHttpHeaders, baseUrl: string | null, https = false): void => {
  const { 'sec-fetch-site': site, origin } = headers;
  if (site === 'same-origin' || (site === undefined && origin === undefined)) return;
  if (site !== undefined || origin?.toLowerCase() !== ownOrigin(headers, baseUrl, https)) throw accessProblem('crossSite');
};
