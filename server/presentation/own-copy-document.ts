import { answerWords } from './answer-words.js';
import { formatResult, inLanguage } from './number-format.js';
import { type CopyInput, copiedQuestions, copyFacts, copyLines, copyTotals } from './own-copy.js';
import { cell, column, type TableView } from './plan-pieces.js';
import { sectionHeading } from './section-heading.js';
import { type Language, wordsOf } from './words/words.js';

/** A copy of one's own answers to print. */
export interface CopyDocument {
  readonly language: Language;
  readonly title: string;
  readonly name: string;
  readonly lead: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly sections: readonly { readonly heading: string; readonly table: TableView }[];
  readonly inventory: { readonly heading: string; readonly withheld: string | null; readonly tables: readonly TableView[] };
  readonly madeAt: string;
}

export const copyDocument = (input: CopyInput, language: Language): CopyDocument => {
  const words = wordsOf(language).page.copy;
  const { edition, inventory } = input;
  const questions = copiedQuestions(input);
  const isAsked = (id: string): boolean => questions.some(({ section, standing }) => section === id && standing !== 'notAsked');
  const facts = copyFacts(input, language).map(({ label, value }) => ({ label, text: String(value) }));
  const [question = '', answer = ''] = words.answerColumns;
  const [source = '', scope = '', gas = '', tonnes = '', co2eq = ''] = words.lineHead;
  const [total = '', amount = ''] = words.totalHead;
  const amountCell = (value: string | number | null) =>
    cell(value === null ? '-' : typeof value === 'number' ? formatResult(value) : value);
  return {
    language,
    title: words.title,
    name: input.establishment.name,
    lead: words.lead,
    facts,
    // A module of another industry would be pages of "not asked"; the other formats say so of each question.
    sections: edition.sections
      .filter((section) => !section.isModule || isAsked(section.id))
      .map((section) => ({
        heading: sectionHeading(section, language),
        table: {
          caption: inLanguage(section.title, language),
          columns: [column(question, 'start', 45), column(answer, 'start', 55)],
          rows: questions
            .filter((one) => one.section === section.id)
            .map((one) => [
              cell(`${one.question.code} ${inLanguage(one.question.text, language)}`),
              cell(one.standing === 'asked' ? answerWords(one.question, one.answer, { edition, language }) : words.states[one.standing]),
            ]),
          hasTotal: false,
        },
      })),
    inventory: {
      heading: words.inventory,
      withheld: inventory === null ? words.withheld : null,
      tables:
        inventory === null
          ? []
          : [
              {
                caption: words.totals,
                columns: [column(total, 'start', 70), column(amount, 'end', 30)],
                rows: copyTotals(inventory, language).map((row) => row.map(amountCell)),
                hasTotal: false,
              },
              {
                caption: words.inventory,
                columns: [
                  column(source, 'start', 34),
                  column(scope, 'start', 28),
                  column(gas, 'start', 10),
                  column(tonnes, 'end', 14),
                  column(co2eq, 'end', 14),
                ],
                rows: copyLines(inventory, edition, language).map((row) => row.map(amountCell)),
                hasTotal: false,
              },
            ],
    },
    madeAt: facts.find(({ label }) => label === words.madeAt)?.text ?? '',
  };
};
