import type { IncomingHttpHeaders } from 'node:http';

/** How safely a browser reaches the site. */
export interface Transport {
  /** Whether browsers reach the site over https, by its own certificate or through a proxy. */
  readonly https: boolean;
  /**
   * Whether the browser counts the page as safe: https, or this very machine. Elsewhere it refuses service workers and WebCrypto, so that
   * there is no tablet mode, and what is typed can be read on the way.
   */
  readonly isSafe: boolean;
}

const isThisMachine = (host: string | undefined): boolean =>
  /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host ?? '');

/** @param https whether the site is reached over https, as it is configured; what a request says of itself decides nothing */
export const transportOf = (headers: Pick<IncomingHttpHeaders, 'host'>, https: boolean): Transport => ({
  https,
  isSafe: https || isThisMachine(headers.host),
});
