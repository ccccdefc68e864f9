import { parentPort } from 'node:worker_threads';
import type { PlanView } from '../presentation/plan-view.js';
import { renderPlanPdf } from './plan-report.js';

/** A plan to print, and what came of it: what passes between `printPlan` and this thread. */
export interface PrintOrder {
  readonly id: number;
  readonly view: PlanView;
  readonly createdAt: Date;
}
export type PrintAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly error: Error });

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

const answer = async ({ id, view, createdAt }: PrintOrder): Promise<PrintAnswer> => {
  try {
    return { id, bytes: await renderPlanPdf(view, { createdAt }) };
  } catch (reason) {
    return { id, error: asError(reason) };
  }
};

parentPort?.on('message', (order: PrintOrder) => {
  void answer(order).then((done) => parentPort?.postMessage(done));
});
