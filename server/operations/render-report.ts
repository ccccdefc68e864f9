import type { TransitionPlan } from '../planner/plan.js';
import { type PlanViewOptions, planView } from '../presentation/plan-view.js';
import { wordsOf } from '../presentation/words/words.js';
import { fileName } from '../reports/file-name.js';
import { printPlan } from '../reports/print-plan.js';

/** A file to hand out. The name has no path and no control character; whoever sends it by HTTP encodes it. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
}

/** Prints a transition plan as a PDF, in a thread of its own. The same plan and options give the same bytes. */
export const renderTransitionPlan = async (plan: TransitionPlan, options: PlanViewOptions): Promise<ReportFile> => {
  const bytes = await printPlan(planView(plan, options), new Date(`${options.date}T00:00:00Z`));
  const parts = [plan.establishment.name, wordsOf(options.language).plan.fileStem, String(plan.inventory.reportingYear)];
  return { bytes, fileName: fileName(parts, 'pdf'), type: 'application/pdf' };
};
