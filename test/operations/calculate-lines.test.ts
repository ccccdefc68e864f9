import { expect } from 'chai';
import fc from 'fast-check';
import { computeLines } from '../../server/operations/compute-lines.js';
import { resultText } from '../../server/operations/result-text.js';
import { splitLines } from '../../server/operations/split-lines.js';
import { activities, heads } from '../support/arbitrary-activities.js';
import { emissionFactors, inventoryOf, testYear } from '../support/emission-factors.js';

const site = { catalog: { emissionFactors: emissionFactors() }, clock: { now: () => new Date(Date.UTC(testYear, 5, 1)) } };

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let begin = 0; begin < bytes.length; begin += size) yield bytes.subarray(begin, begin + size);
}

const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

const linesOf = async (text: string, size: number, longest = 1000): Promise<string[]> => {
  const lines = await all(splitLines(chunksOf(new TextEncoder().encode(text), size), longest));
  return lines.map((line) => ('tooLong' in line ? '(too long)' : new TextDecoder().decode(line.bytes)));
};

describe('splitting a stream into lines', () => {
  it('does not depend on where the chunks end, even within a character', async () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('가', 'a', '😀', ' ', '\n', '\r\n') })).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
        const wanted = whole.split('\n').map((line) => line.replace(/\r$/, ''));
        if (wanted.at(-1) === '') wanted.pop();
        expect(await linesOf(whole, size)).to.deep.equal(wanted);
      }),
    );
  });

  it('passes over what is longer than one may be, and goes on', async () => {
    expect(await linesOf(`${'x'.repeat(50)}\nshort\n${'y'.repeat(9)}`, 4, 8)).to.deep.equal(['(too long)', 'short', '(too long)']);
  });
});

describe('one request per line', () => {
  const request = (id: string, fuel: string): string =>
    JSON.stringify({ reportingYear: 2024, activityData: [{ id, category: 'stationaryCombustion', fuel, quantity: 1, unit: 't' }] });
  const answers = async (bytes: Uint8Array): Promise<Record<string, unknown>[]> =>
    (await all(computeLines(site, chunksOf(bytes, 64)))).map((answer) => ({ ...('inventory' in answer ? answer.inventory : answer) }));
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('gives one answer per line in order, refusals in their place', async () => {
    const found = await answers(encode([request('a', 'coke'), 'not json', '', '  ', request('b', 'coal'), request('c', 'lng')].join('\n')));
    expect(
      found.map((answer) => ('lines' in answer ? 'inventory' : (answer.errors as { code: string }[]).map((error) => error.code).join())),
    ).to.deep.equal(['inventory', 'notJson', 'blankLine', 'blankLine', 'unknownFuel', 'inventory']);
  });

  it('words every refusal in both languages with its field', async () => {
    const [answer] = await answers(encode(request('b', 'coal')));
    expect(answer).to.deep.equal({
      errors: [
        {
          field: 'activityData[0].fuel',
          code: 'unknownFuel',
          en: 'the fuel "coal" is not known; calculate --list prints all fuels',
          ko: '"coal" 연료는 목록에 없습니다. calculate --list로 연료 목록을 볼 수 있습니다',
        },
      ],
    });
  });

  it('refuses bytes that are no UTF-8', async () => {
    const [answer] = await answers(Uint8Array.from([0x7b, 0xff, 0x7d, 0x0a]));
    expect(answer).to.have.nested.property('errors[0].code', 'notUtf8');
  });

  it('computes a line only when its answer is wanted', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 1;
        yield encode(`${request(`a${read}`, 'coke')}\n`);
      }
    }
    const answersOfEndless = computeLines(site, endless());
    for (let count = 0; count < 3; count++) expect((await answersOfEndless.next()).done).to.equal(false);
    await answersOfEndless.return(undefined);
    expect(read).to.be.at.most(4);
  });
});

describe('the text of an inventory in pieces', () => {
  it('is the text JSON.stringify gives of the whole, indented or on one line', () => {
    fc.assert(
      fc.property(heads, activities, fc.string({ unit: fc.constantFrom('"', '\n', ':', '가', '\\', '[') }), (head, activityData, word) => {
        const [first, ...rest] = activityData;
        const named = first === undefined ? [] : [{ ...first, id: `b${word}` }, ...rest];
        const inventory = inventoryOf({ ...head, activityData: named });
        expect([...resultText(inventory, 2)].join('')).to.equal(JSON.stringify(inventory, null, 2));
        expect([...resultText(inventory, 0)].join('')).to.equal(JSON.stringify(inventory));
      }),
      { numRuns: 30 },
    );
  });
});
