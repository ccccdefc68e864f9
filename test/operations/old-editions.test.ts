import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { readResult } from '../../server/operations/read-result.js';
import { readForm } from '../../server/operations/response-form.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import type { Site } from '../../server/site.js';
import type { Edition, Question } from '../../server/survey/edition.js';
import { begun, editionM, openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

/** The site after an update of the data package that changed the questions of form M. */
const updated = (site: Site, hash: string, change: (question: Question) => Question | null): Site => {
  const edition = editionM();
  const changed: Edition = {
    ...edition,
    hash,
    sections: edition.sections.map((section) => ({
      ...section,
      questions: section.questions.flatMap((question) => change(question) ?? []),
    })),
  };
  const surveys = { ...site.catalog.surveys, editions: { ...site.catalog.surveys.editions, [edition.id]: changed } };
  return { ...site, catalog: { ...site.catalog, surveys } };
};

const withoutShifts = (question: Question): Question | null => (question.id === 'shifts' ? null : question);
const otherWords = (question: Question): Question => ({ ...question, text: { ko: '새 문구', en: 'New words' } });

describe('answers to an edition that the data package has changed since', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  const example = theCatalog().surveys.workedExamples.find(({ id }) => id === 'foundry');
  const filled = async () => {
    if (example === undefined) throw new Error('There is no foundry');
    const { who } = await test.establishment();
    const { id } = await begun(test.site, who);
    const fields = exampleFields(test.site, example);
    const reasons = new Map(Object.entries(example.reasons));
    const saved = await saveAnswers(test.site, who, { responseId: id, revision: 0, fields, reasons });
    return { who, id, revision: saved.form.response.revision };
  };

  it('are read, once submitted, by the edition they were given to', async () => {
    const { who, id, revision } = await filled();
    await submitResponse(test.site, who, { responseId: id, revision });
    const later = updated(test.site, '1'.repeat(64), withoutShifts);
    const result = await readResult(later, who, id);
    expect(result.edition.hash).to.equal(editionM().hash);
    const form = await readForm(later, who, id);
    expect(form.edition.hash).to.equal(editionM().hash);
    expect(form.state.questions.shifts?.answer.state).to.equal('answered');
  });

  it('stay with it as a draft when an answered question is gone', async () => {
    const { who, id } = await filled();
    const form = await readForm(updated(test.site, '2'.repeat(64), withoutShifts), who, id);
    expect([form.edition.hash, form.state.questions.shifts?.answer.state]).to.deep.equal([editionM().hash, 'answered']);
  });

  it('go on as a draft under new words, and the new edition is kept from the first change on', async () => {
    const { who, id, revision } = await filled();
    const hash = '3'.repeat(64);
    const later = updated(test.site, hash, otherWords);
    expect((await readForm(later, who, id)).edition.hash).to.equal(hash);
    expect(await test.site.store.editions.has(hash)).to.equal(false);
    const saved = await saveAnswers(later, who, { responseId: id, revision, fields: new Map([['main-products', ['밸브']]]) });
    expect(saved.form.response.editionHash).to.equal(hash);
    expect(await test.site.store.editions.has(hash)).to.equal(true);
    // Whoever still runs with the data of before reads it by what was kept.
    const before = await readForm(test.site, who, id);
    expect(before.state.questions['main-products']?.answer.typed).to.deep.equal({ '': '밸브' });
  });
});
