import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { repositoryRoot } from '../../server/root.js';
import type { ActivityNote } from '../../server/survey/activity-notes.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, draft, edition, stateOf } from './edition-under-test.js';

const fields = z.record(z.string(), z.string());
const { asked, worked } = readYaml(
  join(repositoryRoot, 'test/survey/modules.yaml'),
  z.strictObject({
    asked: z.array(z.strictObject({ fields, modules: z.array(z.string()) })),
    worked: z.array(
      z.strictObject({
        module: z.string(),
        fields,
        activities: z.record(z.string(), z.number()),
        notes: z.array(z.string()).default([]),
      }),
    ),
  }),
);

const modules = () => edition().sections.filter(({ isModule }) => isModule);

const isAsked = (given: z.infer<typeof fields>) => {
  const state = stateOf(given);
  return (id: string) => state.sections.find(({ section }) => section === id)?.relevance;
};

const placeOf = ({ question, row, column }: ActivityNote): string => [question, row, column].filter((part) => part !== undefined).join('.');

describe('the sector modules', () => {
  it('stand in files of their own, each with codes of its own letters', () => {
    const lettersOf = modules().map(({ questions }) => new Set(questions.map(({ code }) => code.replace(/\d.*$/, ''))));
    expect(lettersOf.every((letters) => letters.size === 1)).to.equal(true);
    expect(new Set(lettersOf.flatMap((letters) => [...letters])).size).to.equal(modules().length);
  });

  for (const { fields: given, modules: wanted } of asked) {
    it(`${JSON.stringify(given)}: ${wanted.join(', ') || 'none'}`, () => {
      const relevance = isAsked(given);
      const byRelevance = (which: string) =>
        modules()
          .map(({ id }) => id)
          .filter((id) => relevance(id) === which);
      const optional = new Set(['k-esg']);
      expect(byRelevance('yes').filter((id) => !optional.has(id))).to.deep.equal(wanted);
      // Before the questions that decide are answered a module is not asked, so that nobody is met by eighteen of them.
      expect(byRelevance('unknown').filter((id) => !optional.has(id))).to.deep.equal([]);
    });
  }

  it('are each asked of somebody in the cases above', () => {
    const seen = new Set([...asked.flatMap((one) => one.modules), 'k-esg']);
    expect(
      modules()
        .map(({ id }) => id)
        .filter((id) => !seen.has(id)),
    ).to.deep.equal([]);
  });

  for (const { module: id, fields: given, activities, notes } of worked) {
    it(`${id}: ${Object.keys(activities).join(', ') || 'nothing is counted'}`, () => {
      const response = draft(given);
      const { notes: told, ...request } = toActivityData(edition(), response, activityCatalog());
      const own = new Set(
        modules()
          .find((section) => section.id === id)
          ?.questions.map((question) => question.id),
      );
      const computed = request.activityData.filter((activity) => own.has(activity.id.split('.')[0] as string));
      const { lines } = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
      const co2eqOf = (activity: string) =>
        lines.filter((line) => line.activityDataId === activity).reduce((sum, { co2eq }) => sum + co2eq, 0);
      expect(isAsked(given)(id)).to.equal('yes');
      expect(computed.map((activity) => activity.id)).to.have.members(Object.keys(activities));
      for (const [activity, co2eq] of Object.entries(activities)) expect(co2eqOf(activity), activity).to.be.closeTo(co2eq, 0.00001);
      const ofModule = told.filter(({ question, code }) => own.has(question) && code !== 'blank');
      expect(ofModule.map((one) => `${placeOf(one)} ${one.code}`)).to.deep.equal(notes);
    });
  }

  it('have a worked case for every answer that becomes an activity', () => {
    const covered = new Set(worked.flatMap((one) => Object.keys(one.activities).map((activity) => activity.split('.')[0])));
    const mapped = modules().flatMap(({ questions }) =>
      questions.filter((question) => 'mappings' in question && (question.mappings ?? []).some(({ kind }) => kind === 'activity')),
    );
    expect(mapped.map((question) => question.id).filter((id) => !covered.has(id))).to.deep.equal([]);
  });
});
