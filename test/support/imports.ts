import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { repositoryRoot } from '../../server/root.js';

/** One import of a source file: what it names, and whether only types cross. */
export interface ImportEdge {
  /** Path of the importing file from the repository root, such as "server/domain/fuel.ts". */
  readonly from: string;
  /** Path of the imported file from the root, or the package's name, such as "zod" or "node:fs". */
  readonly to: string;
  readonly ours: boolean;
  readonly typeOnly: boolean;
}

const statement =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'";]*?from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

/** All TypeScript files below a folder, as paths from the repository root. */
export const sourceFiles = (folder: string): string[] =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(repositoryRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('node_modules/') && !file.includes('/dist/'))
    .sort();

const packageName = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

/** Every import written in one text, resolved against the file it stands in. */
export const importsOf = (file: string, text: string): ImportEdge[] =>
  [...withoutComments(text).matchAll(statement)].map((match) => {
    const specifier = match[4] ?? match[5] ?? match[6] ?? '';
    const ours = specifier.startsWith('.');
    const to = ours
      ? normalize(join(dirname(file), specifier))
          .split(sep)
          .join('/')
          .replace(/\.js$/, '.ts')
      : packageName(specifier);
    return { from: file, to, ours, typeOnly: match[2] !== undefined };
  });

/** Every import of every source file below the folders. */
export const readImports = (folders: readonly string[]): ImportEdge[] =>
  folders.flatMap(sourceFiles).flatMap((file) => importsOf(file, readFileSync(join(repositoryRoot, file), 'utf8')));

/** The first circle found among imports of ours, as a list of files; null when there is none. */
export const findCircle = (edges: readonly ImportEdge[]): string[] | null => {
  const next = new Map<string, string[]>();
  for (const edge of edges) if (edge.ours) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of next.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
};
