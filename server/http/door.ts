import type { TrustedProxies } from './client-address.js';

/** How the site is reached; decides cookies, links and what counts as the same origin. */
export interface Door {
  /** As configured; null: whatever the request calls its host, over http. */
  readonly baseUrl: string | null;
  /** Whether the site itself serves https. */
  readonly https?: boolean;
  /** Whose X-Forwarded-For is believed; absent: nobody's. */
  readonly trustedProxies?: TrustedProxies;
  /** Told of every answered request. */
  readonly replied?: (reply: { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }) => void;
}

/** How browsers name the site: as configured, else by what the request calls its host. */
export const originOf = ({ baseUrl, https }: Door, host: string | undefined): string =>
  baseUrl ?? `${https === true ? 'https' : 'http'}://${host ?? ''}`;

/** Whether browsers reach the site over https, by its own certificate or through a proxy. */
export const isHttps = ({ baseUrl, https }: Door): boolean => https === true || (baseUrl?.startsWith('https:') ?? false);
