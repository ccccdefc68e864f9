import { readPlannerData } from '../../server/catalog/planner-data.js';
import { repositoryRoot } from '../../server/root.js';

/** The data packages of the repository, read once. */
export const plannerData = readPlannerData(repositoryRoot, 'catalog-of-the-test');
