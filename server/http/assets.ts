import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../root.js';

/** A folder of files that anybody may have, and the path it stands under. `immutable`: the names change with the content. */
export interface AssetFolder {
  readonly mount: string;
  readonly folder: string;
  readonly immutable: boolean;
}

const folder = join(repositoryRoot, 'dist', 'assets');

export const assetFolders: readonly AssetFolder[] = [{ mount: '/assets', folder, immutable: true }];

/** Assets as templates and scripts call them -> the paths that browsers load. Throws when they were not built. */
export const readAssetPaths = (): ((name: string) => string) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Readonly<Record<string, string>>;
  return (name) => {
    const file = manifest[name];
    if (file === undefined) throw new Error(`There is no asset ${name}`);
    return `/assets/${file}`;
  };
};
