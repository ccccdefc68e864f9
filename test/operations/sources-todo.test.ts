import { join } from 'node:path';
import { expect } from 'chai';
import { readFactorFiles } from '../../server/catalog/emission-factors-files.js';
import { exampleRequests } from '../../server/operations/example-requests.js';
import type { OriginalToFetch } from '../../server/operations/sources-todo.js';
import { repositoryRoot } from '../../server/root.js';
import { runCommand } from '../support/run-command.js';
import { theCatalog } from '../support/test-site.js';

describe('onsil sources todo', () => {
  let todo: readonly OriginalToFetch[];
  before(async () => {
    todo = JSON.parse((await runCommand(['sources', 'todo', '--json'])).stdout);
  });

  it('names every number that was recalled or copied once, and none that was read in the original or derived', () => {
    const files = readFactorFiles(join(repositoryRoot, 'emission-factors'));
    const marks = Object.values(files).flatMap((content: unknown) =>
      Array.isArray(content)
        ? content.flatMap((record: Readonly<Record<string, unknown>>) => [record.confidence, record.netConfidence, record.grossConfidence])
        : [],
    );
    const wanted = marks.filter((mark) => mark === 'recalled' || mark === 'read-in-copy' || mark === 'two-copies');
    const listed = todo.flatMap(({ numbers }) => numbers);
    expect(listed).to.have.length(wanted.length);
    expect(new Set(listed.map(({ record, field }) => `${record} ${field}`)).size).to.equal(listed.length);
    for (const { recalled, copied, numbers } of todo) expect(recalled + copied).to.equal(numbers.length);
  });

  it('puts first what most of the example results rest on', () => {
    const shares = todo.map(({ share }) => share);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => b - a));
    // Most of what the example factories emit is bought electricity.
    expect(todo[0]?.title).to.include('전력배출계수');
    expect(todo[0]?.share).to.be.within(0.5, 1);
    for (const { share, numbers } of todo) {
      const most = Math.max(...numbers.map((number) => number.share));
      expect(share).to.be.at.least(most);
      expect(numbers[0]?.share).to.equal(most);
    }
  });

  it('weighs sound examples alone: one that was typed wrong on purpose would hide all others', () => {
    const sound = exampleRequests(theCatalog()).filter((example) => example.sound);
    expect(sound.map(({ id }) => id))
      .to.include.members(['foundry', 'plating'])
      .and.not.include('heat-treatment-partial');
    expect(Math.max(...todo.map(({ tonnes }) => tonnes))).to.be.below(100_000);
  });

  it('groups the copies of one publication', () => {
    const law = todo.find(({ title, year }) => title.startsWith('에너지법 시행규칙') && year === 2022);
    expect(law?.sources).to.include.members(['energy-law-2022', 'energy-law-2022-recalled']);
    expect(law?.recalled).to.be.above(0);
  });

  it('prints the originals, and of each what an example uses', async () => {
    const { code, stdout } = await runCommand(['sources', 'todo']);
    expect(code).to.equal(0);
    expect(stdout.split('\n')[0]).to.match(
      /^\d+\.\d%\t[\d.,]+ tCO2eq\t.*전력배출계수.*\t\d+ recalled, \d+ copied \| 기억 \d+건, 사본 \d+건$/,
    );
    expect((await runCommand(['sources'])).code).to.equal(2);
  });
});
