import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Evidence } from '../../server/persistence/evidence.js';
import { openTestStore, type TestStore } from '../support/test-store.js';

const evidenceWith = (given: Partial<Evidence> = {}): Evidence => ({
  id: randomUUID(),
  responseId: randomUUID(),
  establishmentId: randomUUID(),
  question: 'electricity-bought',
  months: [1, 2],
  name: '고지서.pdf',
  type: 'application/pdf',
  size: 0,
  sha256: 'a'.repeat(64),
  receivedSha256: 'b'.repeat(64),
  place: null,
  addedAt: new Date('2026-03-02T09:30:00.250Z'),
  takenOffAt: null,
  ...given,
});

/** Pieces are half a megabyte: around their ends is where a byte could be lost. */
const piece = 512 * 1024;

describe('the files of evidence', () => {
  let test: TestStore;
  before(async () => {
    test = await openTestStore();
  });
  after(() => test.close());

  const add = (evidence: Evidence, file: Uint8Array, thumbnail: Uint8Array | null = null): Promise<void> =>
    test.store.transaction((within) => within.evidence.add(evidence, { file, thumbnail }));

  it('give back any bytes, of any length, exactly as they were given', async () => {
    const lengths = fc.constantFrom(0, 1, piece - 1, piece, piece + 1, 2 * piece, 2 * piece + 1, 15 * 1024 * 1024);
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat(255), async (length, seed) => {
        const file = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31 + seed) & 255));
        const thumbnail = Buffer.from([seed, 0, 255]);
        const evidence = evidenceWith({ size: length, place: { latitude: 37.5, longitude: -127.25 }, months: [] });
        await add(evidence, file, thumbnail);
        expect(Buffer.from((await test.store.evidence.content(evidence, 'file')) ?? 'nothing').equals(file)).to.equal(true);
        expect(Buffer.from((await test.store.evidence.content(evidence, 'thumbnail')) ?? 'nothing').equals(thumbnail)).to.equal(true);
        expect(await test.store.evidence.ofResponseById(evidence.responseId, evidence.id)).to.deep.equal(evidence);
      }),
      { numRuns: 12 },
    );
  });

  it('belong to one response and are found through it alone', async () => {
    const evidence = evidenceWith();
    await add(evidence, new Uint8Array());
    expect(await test.store.evidence.ofResponseById(randomUUID(), evidence.id)).to.equal(null);
    expect(await test.store.evidence.ofResponse(evidence.responseId)).to.deep.equal([evidence]);
    expect(await test.store.evidence.content(evidence, 'thumbnail')).to.equal(null);
  });

  it('are kept wholly or not at all', async () => {
    const evidence = evidenceWith({ size: 3 * piece });
    const failing = test.store.transaction(async (within) => {
      await within.evidence.add(evidence, { file: Buffer.alloc(3 * piece), thumbnail: null });
      throw new Error('the audit log could not be written');
    });
    expect(await failing.catch((error: Error) => error.message)).to.match(/audit log/);
    expect(await test.store.evidence.ofResponse(evidence.responseId)).to.deep.equal([]);
    expect(await test.raw.collection('evidencePieces').countDocuments({ evidenceId: evidence.id })).to.equal(0);
  });

  it('that lack a piece, or have another length than is known of them, are none', async () => {
    const evidence = evidenceWith({ size: 3 * piece });
    await add(evidence, Buffer.alloc(3 * piece));
    expect(await test.store.evidence.content({ ...evidence, size: piece }, 'file')).to.equal(null);
    await test.raw.collection('evidencePieces').deleteOne({ evidenceId: evidence.id, number: 1 });
    expect(await test.store.evidence.content(evidence, 'file')).to.equal(null);
  });

  it('are removed with every piece, and those of others stay', async () => {
    const [one, other] = [evidenceWith({ size: 2 * piece }), evidenceWith({ size: 2 * piece })];
    for (const evidence of [one, other]) await add(evidence, Buffer.alloc(2 * piece), Buffer.alloc(9));
    expect(await test.store.transaction((within) => within.evidence.remove([one.id, randomUUID()]))).to.equal(1);
    const left = await test.raw.collection('evidencePieces').distinct('evidenceId', { evidenceId: { $in: [one.id, other.id] } });
    expect(left).to.deep.equal([other.id]);
  });

  it('come page by page in the order of their ids, each once', async () => {
    const seen: string[] = [];
    for (let after = ''; ; after = seen.at(-1) ?? '') {
      const page = await test.store.evidence.page(after, 3);
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
    }
    expect(seen).to.deep.equal([...new Set(seen)].sort());
    expect(seen.length).to.be.above(5);
  });
});
