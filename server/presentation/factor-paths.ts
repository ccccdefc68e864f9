/** The page of a factor. Ids hold dots and hyphens, and are escaped whatever they hold. */
export const factorPath = (id: string): string => `/factors/${encodeURIComponent(id)}`;

/** The page of a source. */
export const sourcePath = (id: string): string => `/sources/${encodeURIComponent(id)}`;
