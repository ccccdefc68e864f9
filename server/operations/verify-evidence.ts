import type { Evidence } from '../persistence/evidence.js';
import type { Site } from '../site.js';
import { sha256 } from './sha256.js';

/** A stored file, and what is wrong with it: pieces of it are missing, or its bytes are others. Null: nothing is. */
export interface VerifiedEvidence {
  readonly evidence: Evidence;
  readonly broken: 'incomplete' | 'changed' | null;
}

const atATime = 100;

const brokenBy = async (site: Site, evidence: Evidence): Promise<VerifiedEvidence['broken']> => {
  const bytes = await site.store.evidence.content(evidence, 'file');
  if (bytes === null) return 'incomplete';
  return sha256(bytes) === evidence.sha256 ? null : 'changed';
};

/** Reads every stored file and computes its hash anew, one after another. */
export async function* verifyEvidence(site: Site): AsyncGenerator<VerifiedEvidence> {
  let after = '';
  for (;;) {
    const page = await site.store.evidence.page(after, atATime);
    for (const evidence of page) yield { evidence, broken: await brokenBy(site, evidence) };
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
