import type { TransitionPlan } from '../planner/plan.js';
import type { DeclaredSource } from '../presentation/plan-sources.js';
import { planView } from '../presentation/plan-view.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import { fileName } from '../reports/file-name.js';
import { renderPlanPdf } from '../reports/plan-report.js';

/** A file to hand out. The name has no path and no control character; whoever sends it by HTTP encodes it. */
export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
}

export interface ReportOptions {
  readonly language: Language;
  /** The day the plan is made, YYYY-MM-DD; printed, and the creation date of the file. */
  readonly date: string;
  /** Declared sources of the emission factors. */
  readonly factorSources: readonly DeclaredSource[];
}

/** Prints a transition plan as a PDF. The same plan and options give the same bytes. */
export const renderTransitionPlan = async (plan: TransitionPlan, options: ReportOptions): Promise<ReportFile> => {
  const bytes = await renderPlanPdf(planView(plan, options), { createdAt: new Date(`${options.date}T00:00:00Z`) });
  const parts = [plan.establishment.name, wordsOf(options.language).plan.fileStem, String(plan.inventory.reportingYear)];
  return { bytes, fileName: fileName(parts, 'pdf'), type: 'application/pdf' };
};
