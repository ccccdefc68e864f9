/** A path of this site to go on to: begins with one slash, and no browser reads it as another host. Anything else becomes the first page. */
export const sitePath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/');
