import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { type CodeLists, readCodeLists } from '../../server/catalog/code-lists.js';
import { readYaml } from '../../server/catalog/data-files.js';
import { carryForwardFaults, carryForwardOf } from '../../server/catalog/survey-carry-forward.js';
import { schemas } from '../../server/catalog/survey-definitions.js';
import { sectionOf } from '../../server/catalog/survey-questions.js';
import { carryForwardFile, type SectionRecord } from '../../server/catalog/survey-schemas.js';
import { repositoryRoot } from '../../server/root.js';
import type { Answer } from '../../server/survey/answer.js';
import { carryForward } from '../../server/survey/carry-forward.js';
import type { Edition, Section } from '../../server/survey/edition.js';
import { answersFromForm, fieldsFromAnswers } from '../../server/survey/form-fields.js';
import { definitions, edition, example } from './edition-under-test.js';

const fields = z.record(z.string(), z.string());
const data = readYaml(
  join(repositoryRoot, 'test/survey/carry-forward.yaml'),
  z.strictObject({
    from: z.unknown(),
    to: z.unknown(),
    links: carryForwardFile,
    cases: z.array(z.strictObject({ name: z.string(), answered: fields, carried: fields, notCarried: z.array(z.string()) })),
  }),
);
const lists: CodeLists = readCodeLists(repositoryRoot);

const sectionFrom = (content: unknown): Section => {
  const record = schemas.section?.parse(content) as SectionRecord;
  const ids = new Set(record.questions.map(({ id }) => id));
  const onForm = { form: 'M', questions: ids, bank: ids } as const;
  const section = sectionOf(record, false, lists, onForm, (fault) => {
    throw new Error(fault);
  });
  if (section === null) throw new Error('The section has questions.');
  return section;
};

type Part = Pick<Edition, 'id' | 'sections' | 'codeLists' | 'carryForward'>;
const earlier: Part = { id: 'earlier', sections: [sectionFrom(data.from)], codeLists: {}, carryForward: [] };
const later: Part = { id: 'later', sections: [sectionFrom(data.to)], codeLists: {}, carryForward: carryForwardOf(data.links) };

const answersTo = (one: Part, given: Readonly<Record<string, string>>) =>
  answersFromForm(one, new Map(Object.entries(given).map(([name, text]) => [name, [text]])), {}).answers;

/** An answer without the way it was typed: carried numbers are written anew. */
const meaning = (answer: Answer | undefined): unknown =>
  JSON.parse(JSON.stringify(answer ?? null, (key, value) => (key === 'typed' ? undefined : value)));

const faultsOf = (links: Partial<Edition['carryForward'][number]>): readonly string[] =>
  carryForwardFaults(
    { ...later, carryForward: [{ ...(later.carryForward[0] as Edition['carryForward'][number]), ...links }] },
    { earlier },
  );

describe('answers carried into a later edition', () => {
  for (const { name, answered, carried, notCarried } of data.cases) {
    it(name, () => {
      const found = carryForward(earlier, later, answersTo(earlier, answered));
      expect(Object.fromEntries(fieldsFromAnswers(later, found.answers))).to.deep.equal(carried);
      expect(found.notCarried.map((one) => `${one.question} ${one.code}`)).to.deep.equal(notCarried);
    });
  }

  it('keep what the data say of a question that is gone', () => {
    const { notCarried } = carryForward(earlier, later, answersTo(earlier, { fax: '02-000-0000' }));
    expect(notCarried[0]?.why?.ko).to.equal('더 이상 묻지 않습니다.');
  });

  it('are the same answers where the edition is the same', () => {
    const answers = answersTo(edition(), example('foundry').fields);
    const found = carryForward(edition(), edition(), answers);
    expect(found.notCarried).to.deep.equal([]);
    for (const [id, answer] of Object.entries(found.answers)) expect(meaning(answer), id).to.deep.equal(meaning(answers[id]));
  });
});

describe('the file of how answers are carried', () => {
  it('has no fault, in the editions of the repository either', () => {
    expect(carryForwardFaults(later, { earlier })).to.deep.equal([]);
    for (const one of Object.values(definitions().editions)) expect(carryForwardFaults(one, definitions().editions)).to.deep.equal([]);
  });

  it('is refused for questions, columns, units and choices that neither edition has, by name', () => {
    expect(faultsOf({ renamed: [{ from: 'plant-name', to: 'nobody' }] }).join()).to.contain('no question nobody in this edition');
    expect(faultsOf({ dropped: [{ question: 'telex', why: { ko: '-', en: '-' } }] }).join()).to.contain('no question telex in earlier');
    expect(faultsOf({ units: [{ question: 'gas', from: 'Nm3', to: 'toe', factor: 1 }] }).join()).to.contain('gas does not offer toe');
    expect(faultsOf({ choices: [{ question: 'heat', from: 'a', to: 'lots' }] }).join()).to.contain('heat has no choice lots');
    expect(faultsOf({ merged: [{ from: ['plant-name', 'fax'], into: 'electricity' }] }).join()).to.contain('fax is said of twice');
    const uneven = { question: 'workers-regular', share: 0.5, choices: null };
    expect(
      faultsOf({ split: [{ from: 'workers', into: [uneven, { ...uneven, question: 'workers-other', share: 0.4 }] }] }).join(),
    ).to.contain('do not add up');
    expect(() => carryForwardFile.parse([{ from: 'earlier', vanished: [] }])).to.throw();
  });
});
