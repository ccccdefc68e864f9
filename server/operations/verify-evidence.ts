import type { Evidence } from '../persistence/evidence.js';
import type { Site } from '../site.js';
import { sha256 } from './sha256.js';

/** A file that is not what was stored: parts of it are missing, or its bytes are others. */
export interface BrokenEvidence {
  readonly evidence: Evidence;
  readonly what: 'incomplete' | 'changed';
}

const atATime = 100;

/** Reads every stored file and computes its hash anew, one after another. */
export async function* verifyEvidence(site: Site): AsyncGenerator<{ readonly evidence: Evidence; readonly broken: BrokenEvidence | null }> {
  let after = '';
  for (;;) {
    const page = await site.store.evidence.page(after, atATime);
    for (const evidence of page) {
      const bytes = await site.store.evidence.content(evidence, 'file');
      const what = bytes === null ? 'incomplete' : sha256(bytes) === evidence.sha256 ? null : 'changed';
      yield { evidence, broken: what === null ? null : { evidence, what } };
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
