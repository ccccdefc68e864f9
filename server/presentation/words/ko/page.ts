/** Korean words of the pages. */
export const pageWords = {};
