import { factorShelf } from '../../server/operations/factor-shelf.js';
import type { FactorShelf } from '../../server/presentation/factor-index.js';
import { theCatalog } from './test-site.js';

/** What the pages of the library are made from, with the factors of the repository. */
export const theShelf = (): Promise<FactorShelf> => factorShelf({ catalog: theCatalog() });
