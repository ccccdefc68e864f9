import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';

/** Prints a view model into a template by name. A field the model lacks is an error, never an empty text. */
export type Print = (template: string, model: object) => string;

const templatesIn = (folder: string): readonly { readonly name: string; readonly source: string }[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => ({ name: basename(file, '.hbs'), source: readFileSync(join(folder, file), 'utf8') }));

/**
 * Reads and parses every template once, so that a broken one stops the start. Output is always escaped: a template that asks for it
 * not to be ("{{{" or "{{&") is refused.
 * @param folder with `pages`, `partials` and `layouts`
 */
export const openTemplates = (folder: string): Print => {
  const engine = Handlebars.create();
  const parsed = (name: string, source: string): hbs.AST.Program => {
    if (/\{\{(\{|&)/.test(source)) throw new Error(`The template ${name} prints something without escaping it`);
    return engine.parse(source);
  };
  const options = { strict: true, preventIndent: true };
  for (const { name, source } of [...templatesIn(join(folder, 'partials')), ...templatesIn(join(folder, 'layouts'))]) {
    engine.registerPartial(name, engine.compile(parsed(name, source), options));
  }
  const pages = new Map(
    templatesIn(join(folder, 'pages')).map(({ name, source }) => [name, engine.compile(parsed(name, source), options)]),
  );
  return (template, model) => {
    const page = pages.get(template);
    if (page === undefined) throw new Error(`There is no template ${template}`);
    return page(model);
  };
};
