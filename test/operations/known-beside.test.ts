import { expect } from 'chai';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { confirmAnswers } from '../../server/operations/confirm-answers.js';
import { countRoundCells } from '../../server/operations/count-cells.js';
import { listChanges } from '../../server/operations/list-changes.js';
import { beginResponse } from '../../server/operations/prefill-response.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { readForm } from '../../server/operations/response-form.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { askedField } from '../../server/survey/form-fields.js';
import { establishmentWith } from '../support/stored.js';
import { openTestSite, roundId, type TestSite, theCatalog } from '../support/test-site.js';
import { lastRound, submitted } from '../support/years.js';

const foundry = theCatalog().surveys.workedExamples.find(({ id }) => id === 'foundry')?.fields;
if (foundry === undefined) throw new Error('There is no foundry');
const one = (fields: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ...Object.entries(fields).map(([name, text]): [string, readonly string[]] => [name, [text]]),
    [askedField, [...new Set(Object.keys(fields).map((name) => name.split('.')[0] as string))]],
  ]);

describe('what is known beside a response', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
    await test.site.store.rounds.add(lastRound);
  });
  after(() => test.close());

  /** An establishment of the register that answered as the foundry last year, and its response of this year. */
  const returning = async () => {
    const { site } = test;
    const establishment = await addEstablishment(site, { name: '예시 주물', businessNumber: null, region: '48', example: null });
    await submitted(site, establishment, lastRound.id, foundry);
    const who: Respondent = { role: 'respondent', establishmentId: establishment.id, sessionId: 'session' };
    return { who, response: await beginResponse(site, who, roundId, 'M') };
  };

  it('fills in what seldom changes and what the register knows, and says where it came from', async () => {
    const { who, response } = await returning();
    expect(response.answers['industry-code']).to.deep.include({ value: { kind: 'text', text: '24311' } });
    expect(response.answers['establishment-name']).to.deep.include({ value: { kind: 'text', text: '예시 주물' } });
    expect(response.origins['industry-code']).to.deep.equal({ source: 'carried', roundId: lastRound.id, confirmed: false });
    expect(response.origins['establishment-name']).to.deep.equal({ source: 'register', roundId: null, confirmed: false });
    for (const id of ['electricity-bought', 'notice-read', 'consent-own-report', 'respondent-name']) {
      expect(response.answers[id], id).to.equal(undefined);
    }
    expect((await beginResponse(test.site, who, roundId, 'M')).revision, 'begun twice').to.equal(response.revision);
  });

  it('shows last year’s answers, but not who gave them or agreed to what', async () => {
    const { who, response } = await returning();
    const { state, context } = await readForm(test.site, who, response.id);
    expect(state.questions['electricity-bought']?.earlier?.referenceYear).to.equal(2024);
    expect(state.questions['electricity-bought']?.answer.state).to.equal('blank');
    expect(Object.keys(context.earlier?.answers ?? {}))
      .not.to.include.members(['respondent-name'])
      .and.not.to.include('notice-read');
  });

  it('asks about a change from last year, and offers the unit that was meant', async () => {
    const { who, response } = await returning();
    const fields = { 'electricity-bought.annual': '1,180', 'electricity-bought.unit': 'kWh' };
    const { form } = await saveAnswers(test.site, who, { responseId: response.id, revision: response.revision, fields: one(fields) });
    const finding = form.state.findings.find(({ key }) => key === 'E008:electricity-bought');
    expect(finding?.suggestions[0]?.fields).to.deep.equal({ 'electricity-bought.unit': 'MWh' });
  });

  it('is confirmed by saving its page or with one tap, and typed once it is changed; blank it comes from nowhere', async () => {
    const { who, response } = await returning();
    const { id: responseId, revision } = response;
    const shifts = { shifts: 'one' };
    const typing = await saveAnswers(test.site, who, { responseId, revision, fields: one(shifts) });
    expect(typing.form.response.origins.shifts?.confirmed, 'saved by itself').to.equal(false);
    const saved = await saveAnswers(test.site, who, { responseId, revision, fields: one(shifts), confirms: ['shifts'] });
    expect(saved.form.response.origins.shifts).to.deep.include({ source: 'carried', confirmed: true });
    const next = saved.form.response.revision;
    const changed = await saveAnswers(test.site, who, { responseId, revision: next, fields: one({ shifts: 'two' }) });
    expect(changed.form.response.origins.shifts).to.equal(undefined);
    const all = Object.keys(changed.form.response.origins);
    const done = await confirmAnswers(test.site, who, { responseId, revision: next, questions: all });
    expect(Object.values(done.form.response.origins).every(({ confirmed }) => confirmed)).to.equal(true);
  });

  it('keeps what was typed, suggested and accepted when a suggestion is taken, once', async () => {
    const { who, response } = await returning();
    const finding = 'E008:electricity-bought';
    const taken = [{ finding, raw: { 'electricity-bought.unit': 'kWh' }, suggested: { 'electricity-bought.unit': 'MWh' } }];
    const fields = one({ 'electricity-bought.annual': '1,180', 'electricity-bought.unit': 'MWh' });
    const { revision, id: responseId } = response;
    const { form } = await saveAnswers(test.site, who, { responseId, revision, fields, taken });
    const [correction, ...more] = form.response.corrections;
    expect(more).to.deep.equal([]);
    expect(correction).to.deep.include({
      finding,
      question: 'electricity-bought',
      fields: [{ name: 'electricity-bought.unit', raw: 'kWh', suggested: 'MWh', accepted: 'MWh' }],
      by: { role: 'respondent', accountId: null },
    });
    const again = await saveAnswers(test.site, who, { responseId, revision: form.response.revision, fields, taken });
    expect(again.outcome).to.equal('unchanged');
  });

  it('keeps what somebody else corrected by hand', async () => {
    const { who, response } = await returning();
    const by = { role: 'editor', accountId: 'account', sessionId: 'session', from: null } as const;
    const toSave = { responseId: response.id, revision: response.revision, fields: one({ 'main-products': '밸브' }) };
    const { form } = await saveAnswers(test.site, { ...who, by }, toSave);
    expect(form.response.corrections[0]).to.deep.include({
      finding: null,
      fields: [{ name: 'main-products', raw: '펌프 몸체, 밸브 주물', suggested: null, accepted: '밸브' }],
      by: { role: 'editor', accountId: 'account' },
    });
  });
});

describe('the cells of a round', () => {
  let test: TestSite;
  /** Thirty foundries, of which the last used 100 times as much as it did the year before. */
  const ids: string[] = [];
  before(async () => {
    test = await openTestSite();
    await test.site.store.rounds.add(lastRound);
    for (let at = 0; at < 30; at++) {
      const establishment = establishmentWith({ name: `예시 주물 ${at}` });
      ids.push(establishment.id);
      await test.site.store.establishments.add(establishment);
      const year = (factor: number) => ({
        ...Object.fromEntries(Object.entries(foundry).filter(([name]) => !name.startsWith('electricity-bought.m'))),
        'electricity-bought.annual': String(Math.round(1_000_000 * (1 + at / 100) * factor)),
      });
      await submitted(test.site, establishment, lastRound.id, year(1));
      await submitted(test.site, establishment, roundId, year(at === 29 ? 100 : 1.02 + (at % 5) / 100));
    }
  });
  after(() => test.close());

  it('are counted from what was submitted, and kept as bounds that are nobody’s answer', async () => {
    const { id, responses, cells } = await countRoundCells(test.site, roundId);
    expect(responses).to.equal(30);
    expect(Object.keys(cells)).to.deep.equal(['24|10-49']);
    const toe = cells['24|10-49']?.measures['toe-per-worker'];
    expect(toe?.n).to.equal(30);
    expect(toe?.low).to.equal(Number(toe?.low.toPrecision(2)));
    expect(JSON.stringify(cells)).not.to.include('예시');
    expect((await test.site.store.cellStatistics.latestOf(roundId))?.id).to.equal(id);
  });

  it('judge the changes of a respondent, whose page is given their bounds and nothing else of others', async () => {
    const who: Respondent = { role: 'respondent', establishmentId: ids[29] as string, sessionId: 'session' };
    const response = await test.site.store.responses.ofRound(who.establishmentId, roundId);
    const { state, context } = await readForm(test.site, who, response?.id ?? '');
    expect(context.cell?.measures['toe-per-worker']?.n).to.equal(30);
    expect(state.findings.some(({ key }) => key === 'E008:electricity-bought' || key === 'E040:electricity-bought')).to.equal(true);
    for (const other of ids.slice(0, 29)) expect(JSON.stringify(context)).not.to.include(other);
  });

  it('list the changes that stand out, the weightiest first, and write down why', async () => {
    const { changes, compared } = await listChanges(test.site, { roundId, c: null, reason: '확인 전화' });
    expect(compared).to.equal(30);
    expect(changes[0]).to.deep.include({ establishmentId: ids[29], question: 'electricity-bought', cell: '24|10-49' });
    expect(changes[0]?.weight).to.be.greaterThan(0.5);
    expect(changes.filter(({ question }) => question === 'propane-used')).to.deep.equal([]);
    const far = await listChanges(test.site, { roundId, c: 20, reason: '확인 전화' });
    expect(far.changes.length).to.be.at.most(changes.length);
    const entries = await test.site.store.auditEntries.ofSubject(roundId, 10);
    expect(entries.filter(({ action }) => action === 'answers.export').map(({ reason }) => reason)).to.deep.equal([
      '확인 전화',
      '확인 전화',
    ]);
  });
});
