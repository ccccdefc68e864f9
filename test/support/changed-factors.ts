import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../server/root.js';

/** A scratch copy of the emission-factors package, to be changed. */
export class ChangedFactors {
  readonly root = mkdtempSync(join(tmpdir(), 'onsil-changed-'));

  constructor() {
    cpSync(join(repositoryRoot, 'emission-factors'), join(this.root, 'emission-factors'), { recursive: true });
  }

  /** Replaces one text of a file by another. Throws when the file does not hold it. */
  change(file: string, from: string | RegExp, to: string): this {
    const path = join(this.root, 'emission-factors', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
    writeFileSync(path, changed);
    return this;
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
