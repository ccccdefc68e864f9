import { Worker } from 'node:worker_threads';
import type { LettersView } from '../presentation/letters-view.js';
import type { CopyDocument } from '../presentation/own-copy-document.js';
import type { PlanView } from '../presentation/plan-view.js';
import type { PrintAnswer, Printable, PrintOrder } from './print-worker.js';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: Error) => void;
}

/** The printing thread and those who wait for it. It is started at first use and keeps the fonts; a thread that died is replaced. */
class Printer {
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker = new Worker(new URL('./print-worker.js', import.meta.url));
  private orders = 0;
  isOpen = true;

  constructor() {
    this.worker.on('message', (answer: PrintAnswer) => this.take(answer));
    this.worker.on('error', (error: Error) => this.close(error));
    this.worker.on('exit', (code) => this.close(new Error(`The printing thread ended with code ${code}`)));
    // An idle printer does not keep the process alive.
    this.worker.unref();
  }

  print(what: Printable, createdAt: Date): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.orders += 1;
      const order: PrintOrder = { id: this.orders, what, createdAt };
      this.waiting.set(order.id, { resolve, reject });
      this.worker.ref();
      this.worker.postMessage(order);
    });
  }

  private take(answer: PrintAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if (this.waiting.size === 0) this.worker.unref();
    if ('bytes' in answer) waiting?.resolve(answer.bytes);
    else waiting?.reject(answer.error);
  }

  private close(reason: Error): void {
    this.isOpen = false;
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

const printers = new Map<'plan' | 'letters', Printer>();

const printerFor = (kind: 'plan' | 'letters'): Printer => {
  const there = printers.get(kind);
  if (there?.isOpen === true) return there;
  const printer = new Printer();
  printers.set(kind, printer);
  return printer;
};

/** Prints a plan in a thread of its own, so that a server goes on serving meanwhile. The same view and date give the same bytes. */
export const printPlan = (view: PlanView, createdAt: Date): Promise<Uint8Array> => printerFor('plan').print({ plan: view }, createdAt);

/** Prints a copy of one's own answers where plans are printed: both are for somebody who waits. */
export const printCopy = (view: CopyDocument, createdAt: Date): Promise<Uint8Array> => printerFor('plan').print({ copy: view }, createdAt);

/** Prints letters in a thread of their own: many letters keep no plan waiting. */
export const printLetters = (view: LettersView, createdAt: Date): Promise<Uint8Array> =>
  printerFor('letters').print({ letters: view }, createdAt);
