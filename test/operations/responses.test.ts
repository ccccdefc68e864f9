import { expect } from 'chai';
import { canonicalHash } from '../../server/operations/canonical.js';
import { exampleFields } from '../../server/operations/create-demo.js';
import { openResponse } from '../../server/operations/open-response.js';
import { readResult } from '../../server/operations/read-result.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import type { Repositories, Store } from '../../server/persistence/store.js';
import { Problem } from '../../server/problem/problem.js';
import { begun, openTestSite, roundId, type TestSite, theCatalog } from '../support/test-site.js';

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'no problem';
};

const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
if (example === undefined) throw new Error('No example is to be submitted');
const one = (fields: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(fields).map(([name, text]) => [name, [text]]));

describe('a response', () => {
  let test: TestSite;
  /** Breaks the line of one repository inside transactions. */
  let breaking: ((within: Repositories) => Repositories) | null = null;
  const breakable = (store: Store): Store => ({
    ...store,
    transaction: (work) => store.transaction((within) => work(breaking === null ? within : breaking(within))),
  });

  before(async () => {
    test = await openTestSite(breakable);
  });
  after(() => test.close());
  afterEach(() => {
    breaking = null;
  });

  const opened = async () => {
    const { who } = await test.establishment();
    return { who, response: await begun(test.site, who) };
  };
  /** A response with the whole example in it, not yet submitted. */
  const filled = async () => {
    const { who, response } = await opened();
    const reasons = new Map(Object.entries(example.reasons));
    const fields = exampleFields(test.site, example);
    const saved = await saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields, reasons });
    return { who, response: saved.form.response };
  };
  const answerOf = async (id: string, question: string) => (await test.site.store.responses.byId(id))?.answers[question];

  describe('is opened', () => {
    it('once, however often and however simultaneously', async () => {
      const { who } = await test.establishment();
      const responses = await Promise.all(Array.from({ length: 10 }, () => begun(test.site, who)));
      expect(new Set(responses.map(({ id }) => id)).size).to.equal(1);
      expect((await begun(test.site, who)).id).to.equal(responses[0]?.id);
    });

    it('in a round the establishment takes part in', async () => {
      const { who } = await test.establishment();
      expect(await problemOf(openResponse(test.site, who, `${roundId}-examples`))).to.equal('roundUnknown');
      expect(await problemOf(openResponse(test.site, who, 'no-such-round'))).to.equal('roundUnknown');
    });
  });

  describe('is saved', () => {
    it('once, when the same is sent twice', async () => {
      const { who, response } = await opened();
      const save = () =>
        saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields: one({ 'establishment-name': '한빛주물' }) });
      const first = await save();
      const second = await save();
      expect([first.outcome, second.outcome]).to.deep.equal(['saved', 'unchanged']);
      expect(second.form.response).to.deep.equal(first.form.response);
      expect(second.form.response.revision).to.equal(1);
    });

    it('from two tabs at different questions, both kept', async () => {
      const { who, response } = await opened();
      const tab = (fields: Readonly<Record<string, string>>) =>
        saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields: one(fields) });
      await tab({ 'establishment-name': '한빛주물' });
      expect((await tab({ 'workers-regular': '12' })).outcome).to.equal('saved');
      expect(await answerOf(response.id, 'establishment-name')).to.deep.include({ state: 'answered' });
      expect(await answerOf(response.id, 'workers-regular')).to.deep.include({ state: 'answered' });
    });

    it('from two tabs at one question: the second is shown both, nothing is lost, and it decides', async () => {
      const { who, response } = await opened();
      const tab = (revision: number, text: string) =>
        saveAnswers(test.site, who, { responseId: response.id, revision, fields: one({ 'establishment-name': text }) });
      await tab(0, '한빛주물');
      const second = await tab(0, '한빛 주물공업');
      if (second.outcome !== 'conflict') throw new Error(`It was ${second.outcome}`);
      expect(second.questions).to.deep.equal(['establishment-name']);
      expect(second.form.fields.get('establishment-name')).to.equal('한빛주물');
      expect(second.typed.get('establishment-name')).to.equal('한빛 주물공업');
      expect((await test.site.store.responses.byId(response.id))?.revision).to.equal(1);
      expect((await tab(second.form.response.revision, '한빛 주물공업')).outcome).to.equal('saved');
    });

    it('from a page that has saved the question itself: its own save is no stranger, and somebody else still is', async () => {
      const { who, response } = await opened();
      const save = (text: string, base?: number) =>
        saveAnswers(test.site, who, {
          responseId: response.id,
          revision: 0,
          ...(base === undefined ? {} : { bases: new Map([['establishment-name', base]]) }),
          fields: one({ 'establishment-name': text }),
        });
      expect((await save('한빛')).outcome).to.equal('saved');
      expect((await save('한빛주', 1)).outcome).to.equal('saved');
      expect((await save('한빛주물', 1)).outcome).to.equal('conflict');
      expect((await save('한빛주물', 2)).outcome).to.equal('saved');
      for (const base of [Number.NaN, -1, 4, 1.5]) expect(await problemOf(save('x', base)), String(base)).to.equal('fieldMissing');
    });

    it('by eight people at eight questions at the same moment, all kept', async () => {
      const { who, response } = await opened();
      const texts = Object.entries(example.fields)
        .filter(([name]) => !name.includes('.'))
        .slice(0, 8);
      const outcomes = await Promise.all(
        texts.map(([name, text]) => saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields: one({ [name]: text }) })),
      );
      expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal(texts.map(() => 'saved'));
      const stored = await test.site.store.responses.byId(response.id);
      expect(Object.keys(stored?.answers ?? {})).to.have.members(texts.map(([name]) => name));
      expect(stored?.revision).to.equal(texts.length);
    });

    it('as it was typed when it cannot be read as an answer', async () => {
      const { who, response } = await opened();
      const fields = one({ 'workers-regular': '열두 명쯤' });
      const saved = await saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields });
      expect(saved.outcome).to.equal('saved');
      expect(saved.form.fields.get('workers-regular')).to.equal('열두 명쯤');
      expect(await answerOf(response.id, 'workers-regular')).to.deep.include({ state: 'unreadable', typed: { '': '열두 명쯤' } });
    });

    it('by its own establishment alone', async () => {
      const { response } = await opened();
      const { who } = await test.establishment();
      const fields = one({ 'establishment-name': '남의 것' });
      expect(await problemOf(saveAnswers(test.site, who, { responseId: response.id, revision: 0, fields }))).to.equal('notFound');
    });

    it('on the ground of a revision there has been', async () => {
      const { who, response } = await opened();
      for (const revision of [1, -1, 0.5, Number.NaN])
        expect(await problemOf(saveAnswers(test.site, who, { responseId: response.id, revision, fields: new Map() }))).to.equal(
          'fieldMissing',
        );
    });
  });

  describe('is submitted', () => {
    const submit = (who: Respondent, responseId: string, revision: number) => submitResponse(test.site, who, { responseId, revision });

    it('not while something blocks it, whatever the browser says', async () => {
      const { who, response } = await opened();
      const outcome = await submit(who, response.id, 0);
      expect(outcome.outcome).to.equal('blocked');
      expect((await test.site.store.responseVersions.ofResponse(response.id)).length).to.equal(0);
    });

    it('with a receipt, an immutable version and its inventory', async () => {
      const { who, response } = await filled();
      const outcome = await submit(who, response.id, response.revision);
      if (outcome.outcome !== 'submitted') throw new Error(`It was ${JSON.stringify(outcome)}`);
      const result = await readResult(test.site, who, response.id);
      expect(result.receipt).to.deep.equal(outcome.receipt);
      expect(result.version.answers).to.deep.equal(response.answers);
      expect(outcome.receipt.hash).to.equal(canonicalHash({ answers: result.version.answers, reasons: result.version.reasons }));
      expect(result.inventory.totals.scope1.co2eq).to.be.greaterThan(0);
      expect(result.inventory.factorSet).to.include({ id: 'kr-national', gwp: 'AR5' });
      expect(result.changedSince).to.equal(false);
    });

    it('once, when it is sent twenty times at once, with one receipt', async () => {
      const { who, response } = await filled();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => submit(who, response.id, response.revision)));
      const receipts = outcomes.map((outcome) => ('receipt' in outcome ? outcome.receipt.id : outcome.outcome));
      expect(new Set(receipts).size).to.equal(1);
      expect(outcomes.filter(({ outcome }) => outcome === 'submitted')).to.have.length(1);
      expect(await test.site.store.responseVersions.ofResponse(response.id)).to.have.length(1);
      expect((await submit(who, response.id, response.revision)).outcome).to.equal('already');
    });

    it('not in another state than was seen', async () => {
      const { who, response } = await filled();
      await saveAnswers(test.site, who, { responseId: response.id, revision: response.revision, fields: one({ 'workers-regular': '13' }) });
      expect((await submit(who, response.id, response.revision)).outcome).to.equal('conflict');
    });

    it('again after a change, as the next version; the first stays as it was', async () => {
      const { who, response } = await filled();
      await submit(who, response.id, response.revision);
      const first = await readResult(test.site, who, response.id);
      const changed = await saveAnswers(test.site, who, {
        responseId: response.id,
        revision: first.response.revision,
        fields: one({ 'establishment-name': '새 이름 (예시)' }),
      });
      expect((await readResult(test.site, who, response.id)).changedSince).to.equal(true);
      await submit(who, response.id, changed.form.response.revision);
      const second = await readResult(test.site, who, response.id);
      expect(second.receipt.version).to.equal(2);
      expect(second.receipt.hash).not.to.equal(first.receipt.hash);
      expect((await readResult(test.site, who, response.id, 1)).version).to.deep.equal(first.version);
    });

    for (const step of ['responseVersions', 'inventories', 'auditEntries'] as const)
      it(`wholly or not at all: nothing is kept when ${step} cannot be written`, async () => {
        const { who, response } = await filled();
        breaking = (within) => ({ ...within, [step]: { ...within[step], add: () => Promise.reject(new Error('disk full')) } });
        let failure: unknown = null;
        await submit(who, response.id, response.revision).catch((error: unknown) => {
          failure = error;
        });
        expect(failure).to.be.an('error').with.property('message', 'disk full');
        breaking = null;
        expect(await test.site.store.responses.byId(response.id)).to.deep.equal(response);
        expect(await test.site.store.responseVersions.ofResponse(response.id)).to.deep.equal([]);
        expect((await submit(who, response.id, response.revision)).outcome).to.equal('submitted');
      });

    it('and leaves a trail that names no value', async () => {
      const { who, response } = await filled();
      await submit(who, response.id, response.revision);
      const trail = await test.site.store.auditEntries.ofEstablishment(who.establishmentId, 10);
      expect(trail.map(({ action }) => action)).to.have.members(['response.submit', 'response.save', 'response.open']);
      expect(JSON.stringify(trail)).not.to.include(example.fields['establishment-name']);
    });
  });
});
