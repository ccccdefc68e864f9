import { expect } from 'chai';
import { formPages, pageOf, pageOfQuestion, pagesOf } from '../../server/survey/form-pages.js';
import { theCatalog } from '../support/test-site.js';

describe('the pages of a form', () => {
  for (const edition of Object.values(theCatalog().surveys.editions)) {
    it(`have every question of ${edition.id} once, in its order, and none is empty`, () => {
      for (const section of edition.sections) {
        const pages = pagesOf(section);
        expect(pages.flatMap(({ questions }) => questions.map(({ id }) => id))).to.deep.equal(section.questions.map(({ id }) => id));
        expect(pages.filter(({ questions }) => questions.length === 0)).to.deep.equal([]);
        expect(new Set(pages.map(({ id }) => id)).size, section.id).to.equal(pages.length);
      }
    });

    it(`are found by their address and by each of their questions in ${edition.id}`, () => {
      for (const page of formPages(edition)) {
        expect(page.id).to.match(/^[\w.-]{1,128}$/);
        expect(pageOf(page.section, page.id)?.questions).to.deep.equal(page.questions);
        for (const { id } of page.questions) {
          expect(pageOfQuestion(edition, id)?.id).to.equal(page.id);
          expect(pageOf(page.section, id)?.questions.some((question) => question.id === id)).to.equal(true);
        }
      }
      expect(pageOfQuestion(edition, 'no-such-question')).to.equal(undefined);
    });
  }
});
