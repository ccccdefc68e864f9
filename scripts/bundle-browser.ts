import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { repositoryRoot } from '../server/root.js';
import { componentStyles } from './krds-styles.js';

/** The components of the design system that the templates use; another one starts with its name here. */
const components = ['krds-btn', 'krds-input', 'krds-form-select', 'krds-badge'];

const icons = ['favicon.svg'];
const assets = join(repositoryRoot, 'dist', 'assets');

/** Reads the design system's component styles in part, and mends its icon addresses, which point into a folder its package lacks. */
const krds: Plugin = {
  name: 'krds',
  setup: (bundle) => {
    bundle.onLoad({ filter: /krds-uiux[\\/]resources[\\/]css[\\/]component[\\/]component\.css$/ }, ({ path }) => ({
      contents: componentStyles(readFileSync(path, 'utf8'), components).replaceAll('../../img/img/', '../../img/'),
      loader: 'css',
    }));
  },
};

const copyIcon = (name: string): string => {
  const bytes = readFileSync(join(repositoryRoot, 'views', 'assets', name));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  const copy = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  writeFileSync(join(assets, copy), bytes);
  return copy;
};

/**
 * Bundles what browsers load (styles, scripts, web font, icons) into `dist/assets` under names that carry a hash of the content, with
 * a gzip copy beside each text file and `manifest.json`: the name a template uses -> the name of the file.
 */
const bundleBrowser = async (): Promise<void> => {
  // Earlier files stay: a site that runs while it is built anew still hands out their names.
  mkdirSync(assets, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: ['views/assets/site.css', 'server/browser/survey.ts', 'server/browser/result.ts', 'server/browser/session.ts'],
    outdir: assets,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    loader: { '.woff2': 'file', '.svg': 'file' },
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
    plugins: [krds],
  });
  const manifest: Record<string, string> = {};
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const name = basename(file);
    if (output.entryPoint !== undefined) manifest[basename(output.entryPoint).replace(/\.ts$/, '.js')] = name;
  }
  for (const icon of icons) manifest[icon] = copyIcon(icon);
  const files = [...Object.keys(metafile.outputs).map((file) => basename(file)), ...icons.map((icon) => manifest[icon] ?? icon)];
  for (const name of files.filter((file) => /\.(css|js|svg|txt)$/.test(file))) {
    writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }));
  }
  writeFileSync(join(assets, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
};

await bundleBrowser();
