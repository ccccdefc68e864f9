import type { CookieOptions } from 'express';
import type { Cookie } from './route.js';

/** Over https the browser itself guarantees that a `__Host-` cookie was set by this host alone. */
const fullName = (name: Cookie['name'], secure: boolean): string => `${secure ? '__Host-' : ''}onsil-${name}`;

/** The values of this site's cookies in a Cookie header; of two with one name neither counts. */
export const readCookies = (header: string | undefined, secure: boolean): Readonly<Record<Cookie['name'], string | null>> => {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const find = (name: Cookie['name']): string | null => {
    const prefix = `${fullName(name, secure)}=`;
    const [value, ...more] = pairs.filter((pair) => pair.startsWith(prefix)).map((pair) => pair.slice(prefix.length));
    return value === undefined || value === '' || more.length > 0 ? null : value;
  };
  return { session: find('session'), language: find('language'), device: find('device'), identity: find('identity') };
};

/**
 * What a cookie is set with. Lax, so that a link in a letter opens the session already there; what changes anything is checked for its
 * origin besides.
 */
export const cookieToSet = (cookie: Cookie, secure: boolean): readonly [name: string, value: string, options: CookieOptions] => [
  fullName(cookie.name, secure),
  cookie.value ?? '',
  {
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    ...(cookie.value === null ? { maxAge: 0 } : cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds * 1000 }),
  },
];
