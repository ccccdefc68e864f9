import { parentPort } from 'node:worker_threads';
import type { LettersView } from '../presentation/letters-view.js';
import type { CopyDocument } from '../presentation/own-copy-document.js';
import type { PlanView } from '../presentation/plan-view.js';
import { renderCopyPdf } from './copy-report.js';
import { renderLettersPdf } from './letters-report.js';
import { renderPlanPdf } from './plan-report.js';

/** A plan to print, and what came of it: what passes between `printPlan` and this thread. */
export interface PrintOrder {
  readonly id: number;
  readonly what: Printable;
  readonly createdAt: Date;
}
export type Printable = { readonly plan: PlanView } | { readonly letters: LettersView } | { readonly copy: CopyDocument };
export type PrintAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly error: Error });

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

const print = (what: Printable, createdAt: Date): Promise<Uint8Array> => {
  if ('plan' in what) return renderPlanPdf(what.plan, { createdAt });
  return 'copy' in what ? renderCopyPdf(what.copy, createdAt) : renderLettersPdf(what.letters, createdAt);
};

const answer = async ({ id, what, createdAt }: PrintOrder): Promise<PrintAnswer> => {
  try {
    return { id, bytes: await print(what, createdAt) };
  } catch (reason) {
    return { id, error: asError(reason) };
  }
};

parentPort?.on('message', (order: PrintOrder) => {
  void answer(order).then((done) => parentPort?.postMessage(done));
});
