import type { TotalName } from './inventory-totals.js';
import { responsePath } from './section-page.js';

export const resultPath = (responseId: string): string => `${responsePath(responseId)}/result`;
/** @param number of the line, from 1 */
export const linePath = (responseId: string, number: number): string => `${resultPath(responseId)}/lines/${number}`;
export const totalPath = (responseId: string, total: TotalName): string => `${resultPath(responseId)}/totals/${total}`;
