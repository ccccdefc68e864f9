import { expect } from 'chai';
import type { FactorCard } from '../../server/domain/factor-card.js';
import { otherValues } from '../../server/domain/other-values.js';
import type { FactorShelf } from '../../server/presentation/factor-index.js';
import { type FactorFilters, type FactorListPage, factorListPage } from '../../server/presentation/factor-list-page.js';
import { type FactorPage, factorPage } from '../../server/presentation/factor-page.js';
import { theShelf } from '../support/factor-shelf.js';

const today = '2026-11-28';

describe('the factor library', () => {
  let shelf: FactorShelf;
  before(async function () {
    this.timeout(60_000);
    shelf = await theShelf();
  });

  const list = (filters: Partial<FactorFilters>, language: 'ko' | 'en' = 'ko'): FactorListPage =>
    factorListPage(shelf, { q: '', kind: '', set: '', year: '', confidence: '', source: '', page: '', ...filters }, today, language);
  const idsOf = (page: FactorListPage): readonly string[] =>
    page.list.entries.map(({ href }) => decodeURIComponent(href.slice('/factors/'.length)));
  const cardOf = (id: string): FactorCard => {
    const card = shelf.library.card(id);
    if (card === null) throw new Error(`There is no record ${id}`);
    return card;
  };
  const pageOf = (id: string, language: 'ko' | 'en' = 'ko', at = today): FactorPage => factorPage(shelf, cardOf(id), null, at, language);

  describe('finds', () => {
    const expected: readonly (readonly [string, string])[] = [
      ['경유', 'calorific.2022.diesel'],
      ['diesel', 'calorific.2022.diesel'],
      ['DIESEL 2022', 'ef.co2.gir2022.diesel'],
      ['0.4541', 'elec.2024.cons'],
      ['80,300', 'ef.co2.kets2025.bc'],
      ['80300', 'ef.co2.kets2025.bc'],
      ['KDHC', 'heat.kdhc.2023_p4.sudogwon'],
      ['한국지역난방공사 대구', 'heat.kdhc.2023_p3.daegu'],
      ['R-134a', 'gwp.HFC134a.ar5'],
      ['육불화황', 'gwp.SF6.ar6'],
      ['R-410A', 'gwp.blend.R-410A'],
      ['전력 소비단', 'elec.2024.cons'],
    ];
    for (const [q, id] of expected) {
      it(`${q} in both languages`, () => {
        for (const language of ['ko', 'en'] as const) {
          const all = [1, 2, 3, 4].flatMap((page) => idsOf(list({ q, page: String(page) }, language)));
          expect(all).to.include(id);
        }
      });
    }

    it('decomposed Hangul, and words in any order', () => {
      expect(list({ q: '경유'.normalize('NFD') }).found).to.equal(list({ q: '경유' }).found);
      expect(idsOf(list({ q: '2022 발열량 경유' }))).to.deep.equal(idsOf(list({ q: '경유 발열량 2022' })));
    });

    it('the fuel itself before records that mention it in a note', () => {
      const [first] = idsOf(list({ q: '경유' }));
      expect(first).to.equal('calorific.2022.diesel');
    });

    it('nothing, and says what to do', () => {
      const page = list({ q: 'no such thing' });
      expect([page.none, page.list.entries, page.list.showing, page.list.paging]).to.deep.equal([true, [], null, null]);
      expect(page.words.noneHints).to.have.length.greaterThan(1);
    });
  });

  describe('filters', () => {
    const total = (filters: Partial<FactorFilters>): number => Number((/[\d,]+/.exec(list(filters).found)?.[0] ?? '').replace(',', ''));

    it('by kind: every record is of one', () => {
      const kinds = list({})
        .kind.options.map(({ value }) => value)
        .filter((value) => value !== '');
      expect(kinds.reduce((sum, kind) => sum + total({ kind }), 0)).to.equal(shelf.library.cards.length);
    });

    it('by set and year: what a calculation of that year can take, and what none takes', () => {
      const diesel = (year: string) => idsOf(list({ q: '경유', kind: 'calorificValue', set: 'kr-national', year }));
      expect([diesel('2019'), diesel('2024')]).to.deep.equal([['calorific.2017.diesel'], ['calorific.2022.diesel']]);
      expect(idsOf(list({ kind: 'grid', set: 'k-ets', year: '2023' }))).to.deep.equal(['elec.2018.cons']);
      expect(idsOf(list({ kind: 'grid', set: 'none' })))
        .to.include('elec.2024.gen')
        .and.not.include('elec.2024.cons');
    });

    it('by how it was read, and by source', () => {
      const recalled = list({ confidence: 'recalled' });
      expect(recalled.list.entries.every(({ doubtful }) => doubtful)).to.equal(true);
      expect(total({ source: 'kdhc-2021' })).to.equal(shelf.library.ofSource('kdhc-2021').length);
    });

    it('names a filter that is not known instead of finding nothing by it', () => {
      const page = list({ kind: 'kimchi', year: '1800' });
      expect(page.ignored).to.contain('kind=kimchi').and.contain('year=1800');
      expect(total({ kind: 'kimchi' })).to.equal(shelf.library.cards.length);
    });

    it('keep their words on the way to the next page', () => {
      const { list: found } = list({ q: 'CH4', kind: 'stationary', page: '2' });
      expect(found.paging?.next?.href).to.equal('/factors?q=CH4&kind=stationary&page=3');
      expect(found.paging?.previous?.href).to.equal('/factors?q=CH4&kind=stationary');
      for (const page of ['0', '-1', 'x', '999999', '']) expect(list({ page }).list.entries).to.have.length.greaterThan(0);
    });
  });

  describe('shows on the page of a record', () => {
    it('the reporting years it serves in each set, which are not its dates of publication', () => {
      const { users } = pageOf('elec.2018.cons');
      expect(users.map(({ set, years }) => `${set} ${years}`)).to.deep.equal([
        '국가 고유 배출계수 2018~2020년',
        '배출권거래제(K-ETS) 2021~2025년',
        'IPCC 2006 지침 (Tier 1) 2018~2020년',
      ]);
    });

    it('that later years borrow it', () => {
      const user = pageOf('calorific.2022.diesel', 'en').users.find(({ categories }) => categories.includes('Stationary'));
      expect([user?.years, user?.lent]).to.deep.equal(['2022–2026', 'from 2026 as the value of an older year']);
    });

    it('the figures of a supplier by the years they serve', () => {
      const years = (id: string) => [...new Set(pageOf(id, 'en').users.map((user) => user.years))];
      expect(years('heat.kdhc.2021.daegu')).to.deep.equal(['2021–2022']);
      expect(years('heat.kdhc.2023_p3.daegu')).to.deep.equal(['2023–2025']);
      expect(years('heat.kdhc.2023_p4.daegu')).to.deep.equal(['2026']);
    });

    it('its history, oldest first, with itself marked', () => {
      const { history } = pageOf('calorific.2017.diesel');
      expect(history.map(({ current }) => current)).to.deep.equal([false, false, true, false]);
      expect(history.map(({ title }) => title).slice(1)).to.deep.equal([
        '2011년 개정 국가 표',
        '2017년 개정 국가 표',
        '2022년 개정 국가 표',
      ]);
    });

    it('that its review is overdue, once it is', () => {
      const { reviewBy } = cardOf('elec.2024.cons');
      expect(pageOf('elec.2024.cons', 'en', reviewBy).confidence.overdue).to.equal(false);
      expect(pageOf('elec.2024.cons', 'en', '2099-01-01').confidence.overdue).to.equal(true);
      expect(list({ q: 'elec.2024.cons' }).list.entries[0]?.overdue).to.equal(null);
    });

    it('whether a value is net or gross, and how each was read', () => {
      const { values } = pageOf('calorific.2022.diesel', 'en');
      expect(values.slice(0, 2)).to.deep.equal([
        { name: 'Net calorific value', value: '35.3 MJ/L', confidence: 'Read in two independent copies' },
        { name: 'Gross calorific value', value: '37.8 MJ/L', confidence: 'Derived from published figures' },
      ]);
    });
  });

  describe('sets disagreeing values side by side', () => {
    it('80,300 and 80,400 for heavy oil C, with what is used', () => {
      const { conflicts } = pageOf('ef.co2.kets2025.bc', 'en');
      expect(conflicts[0]?.values.map(({ value }) => value)).to.deep.equal(['80,300 kgCO2/TJ', '80,400 kgCO2/TJ', '80,406.33 kgCO2/TJ']);
      expect(conflicts[0]?.settled).to.contain('80,300');
    });

    it('25,200 and 24,300 for SF6 in AR6, on both pages', () => {
      for (const id of ['gwp.SF6.ar6', 'gwp.SF6.ar6-corrected'])
        expect(pageOf(id).conflicts.flatMap(({ values }) => values.map(({ value }) => value))).to.include.members([
          '25,200 kgCO2eq/kg',
          '24,300 kgCO2eq/kg',
        ]);
    });

    const reasonsOf = (id: string): Readonly<Record<string, string>> =>
      Object.fromEntries(otherValues(cardOf(id), shelf.library, shelf.data).map(({ card, reason }) => [card.id, reason]));

    it('merged and split diesel by themselves, because they are of the same years', () => {
      expect(reasonsOf('ef.co2.kets2025.diesel')).to.include({ 'ef.co2.gir2017.diesel': 'sameYears' });
    });

    it('the two figures of a supplier for one year', () => {
      expect(reasonsOf('heat.kdhc.2023_p3.daegu')).to.deep.equal({ 'heat.kdhc.2023_p4.daegu': 'sameEdition' });
    });

    it('national and IPCC values, once for all sectors', () => {
      const others = reasonsOf('ef.co2.gir2022.diesel');
      expect(Object.entries(others).filter(([, reason]) => reason === 'otherPublication')).to.have.length(1);
    });

    it('but not the sectors of one table', () => {
      expect(reasonsOf('ipcc2006.stat.manufacturing.diesel_oil.ch4')).to.deep.equal({});
    });

    it('from each side alike', () => {
      for (const card of shelf.library.cards)
        for (const { card: other, reason } of otherValues(card, shelf.library, shelf.data))
          if (reason !== 'otherPublication') expect(reasonsOf(other.id), `${other.id} and ${card.id}`).to.include({ [card.id]: reason });
    });
  });
});
