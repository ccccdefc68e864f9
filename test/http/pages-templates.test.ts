import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openTemplates } from '../../server/http/template-engine.js';

describe('templates', () => {
  let folder: string;
  const page = (source: string): void => writeFileSync(join(folder, 'pages', 'page.hbs'), source);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onsil-views-'));
    for (const kind of ['pages', 'partials', 'layouts']) mkdirSync(join(folder, kind));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('escape what they print, in texts and in attributes', () => {
    page('<a title="{{text}}">{{text}}</a>');
    const printed = openTemplates(folder)('page', { text: '"><script>alert(1)</script>' });
    expect(printed).to.equal(
      '<a title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>',
    );
  });

  it('are refused when they ask not to be escaped', () => {
    page('{{{text}}}');
    expect(() => openTemplates(folder)).to.throw('prints something without escaping');
    page('{{&text}}');
    expect(() => openTemplates(folder)).to.throw('prints something without escaping');
  });

  it('do not print a field that the model lacks as nothing', () => {
    page('{{text}}');
    expect(() => openTemplates(folder)('page', { txet: 'x' })).to.throw('"text" not defined');
  });

  it('stop the start when one is broken', () => {
    page('{{#if text}}');
    expect(() => openTemplates(folder)).to.throw(/Parse error/);
  });

  it('print zero', () => {
    page('{{amount}}');
    expect(openTemplates(folder)('page', { amount: 0 })).to.equal('0');
  });
});
