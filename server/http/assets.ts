import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';
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

/**
 * Stands before the static files of a folder: hands out the gzip copy that the build made of a text file, to a browser that takes one.
 * A tablet on a slow line loads a sixth.
 */
export const preferCompressed = ({ folder: of }: AssetFolder): RequestHandler => {
  // Named, so that the test of routes knows it among what the app does without a rule.
  const compressedCopy: RequestHandler = (request, response, next) => {
    const name = request.path.slice(1);
    const isPlain = /^[\w-]+(\.[\w-]+)+$/.test(name) && !name.endsWith('.gz');
    if (isPlain && existsSync(join(of, `${name}.gz`))) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('gzip') === 'gzip') {
        response.type(extname(name)).set('Content-Encoding', 'gzip');
        request.url = `${request.url}.gz`;
      }
    }
    next();
  };
  return compressedCopy;
};
