import { expect } from 'chai';
import { nobody } from '../../server/http/principal.js';
import { render, type Views } from '../../server/http/view.js';
import type { FactorShelf } from '../../server/presentation/factor-index.js';
import { factorListPage } from '../../server/presentation/factor-list-page.js';
import { factorPage } from '../../server/presentation/factor-page.js';
import { sourceListPage, sourcePage } from '../../server/presentation/source-pages.js';
import { theShelf } from '../support/factor-shelf.js';

const today = '2026-11-28';
const noFilters = { q: '', kind: '', set: '', year: '', confidence: '', source: '', page: '' };

describe('the pages of the factor library', () => {
  let shelf: FactorShelf;

  before(async function () {
    this.timeout(60_000);
    shelf = await theShelf();
  });

  for (const language of ['ko', 'en'] as const) {
    const print = <Name extends keyof Views>(name: Name, model: Views[Name]): string =>
      render(name, model, {
        language,
        principal: nobody,
        path: '/',
        requestId: 'r',
        transport: { https: true, isSafe: true },
        session: null,
      });

    it(`are printed for every record in ${language}, with its value, its source and its place in it`, function () {
      this.timeout(120_000);
      for (const card of shelf.library.cards) {
        const model = factorPage(shelf, card, null, today, language);
        const html = print('factor', model);
        expect(model.title, card.id)
          .to.match(/\S/)
          .and.not.match(/undefined|null|NaN/);
        expect(html, card.id).not.to.match(/undefined|NaN|\[object/);
        expect(model.values.length + (model.statement === null ? 0 : 1), card.id).to.be.greaterThan(0);
        expect(
          model.printed.map(({ value }) => value),
          card.id,
        ).to.include(card.locator);
        expect(model.source.text, card.id).not.to.equal('');
      }
    });

    it(`are printed for every source in ${language}`, () => {
      for (const source of shelf.library.sources) {
        const html = print('source', sourcePage(shelf, source, '', today, language));
        expect(html, source.id).not.to.match(/undefined|NaN|\[object/);
      }
      expect(print('sources', sourceListPage(shelf, language))).to.contain('/sources/ipcc-2006');
    });

    it(`reach every record from the list in ${language}`, function () {
      this.timeout(60_000);
      const seen = new Set<string>();
      for (let page = 1; ; page += 1) {
        const model = factorListPage(shelf, { ...noFilters, page: String(page) }, today, language);
        print('factors', model);
        for (const { href } of model.list.entries) seen.add(decodeURIComponent(href.slice('/factors/'.length)));
        if (model.list.paging === null || model.list.paging.next === null) break;
      }
      expect(seen.size).to.equal(shelf.library.cards.length);
    });
  }
});
