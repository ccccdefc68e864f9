import { expect } from 'chai';
import { attachEvidence, type EvidenceToAttach } from '../../server/operations/attach-evidence.js';
import { exampleFields } from '../../server/operations/create-demo.js';
import { eraseOnRequest } from '../../server/operations/erase-on-request.js';
import { forgetPlace } from '../../server/operations/forget-place.js';
import { keepRetention } from '../../server/operations/keep-retention.js';
import { readOwnEvidence } from '../../server/operations/read-evidence.js';
import { removeEvidence } from '../../server/operations/remove-evidence.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { sha256 } from '../../server/operations/sha256.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { verifyEvidence } from '../../server/operations/verify-evidence.js';
import type { Evidence } from '../../server/persistence/evidence.js';
import type { StoredResponse } from '../../server/persistence/responses.js';
import { Problem } from '../../server/problem/problem.js';
import { evidenceLimits } from '../../server/survey/evidence.js';
import { pdf, picture } from '../support/evidence-files.js';
import { begun, openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
};

const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
if (example === undefined) throw new Error('No example is submitted');
const question = 'electricity-bought';

describe('evidence', () => {
  let test: TestSite;
  let who: Respondent;
  let responseId: string;
  before(async () => {
    test = await openTestSite();
  });
  beforeEach(async () => {
    ({ who } = await test.establishment());
    responseId = (await begun(test.site, who)).id;
  });
  after(() => test.close());

  const attach = (given: Partial<EvidenceToAttach> = {}) =>
    attachEvidence(test.site, who, { responseId, question, months: [3], name: '3월 고지서.pdf', bytes: pdf(), keepPlace: false, ...given });
  const files = (): Promise<readonly Evidence[]> => test.site.store.evidence.ofResponse(responseId);
  const response = async (): Promise<StoredResponse> => {
    const found = await test.site.store.responses.byId(responseId);
    if (found === null) throw new Error('The response is gone');
    return found;
  };
  const answered = async (): Promise<void> => {
    const { revision } = await response();
    const fields = exampleFields(test.site, example);
    await saveAnswers(test.site, who, { responseId, revision, fields, reasons: new Map(Object.entries(example.reasons)) });
  };
  const submitted = async () => {
    const outcome = await submitResponse(test.site, who, { responseId, revision: (await response()).revision });
    if (!('receipt' in outcome)) throw new Error(`Not submitted: ${outcome.outcome}`);
    return outcome.receipt;
  };

  it('is kept as it came when it is a PDF, with its hashes, and comes back the same', async () => {
    const bytes = pdf('as it came');
    const { outcome, evidence } = await attach({ bytes });
    expect(outcome).to.equal('attached');
    expect(evidence).to.deep.include({
      type: 'application/pdf',
      size: bytes.length,
      sha256: sha256(bytes),
      receivedSha256: sha256(bytes),
      months: [3],
    });
    const copy = await readOwnEvidence(test.site, who, { responseId, evidenceId: evidence.id }, 'file');
    expect(Buffer.from(copy.bytes).equals(bytes)).to.equal(true);
    expect([copy.fileName, copy.type]).to.deep.equal(['3월 고지서.pdf', 'application/pdf']);
  });

  it('is kept anew when it is a picture, under two hashes, and is called what it is', async () => {
    const bytes = await picture({ format: 'png' });
    const { evidence } = await attach({ bytes, name: 'C:\\사진\\청구서.exe' });
    expect(evidence).to.include({ type: 'image/jpeg', receivedSha256: sha256(bytes), name: '청구서.exe' });
    const copy = await readOwnEvidence(test.site, who, { responseId, evidenceId: evidence.id }, 'file');
    expect(sha256(copy.bytes)).to.equal(evidence.sha256).and.not.equal(evidence.receivedSha256);
    expect(copy.fileName).to.equal('청구서.exe.jpg');
    expect((await readOwnEvidence(test.site, who, { responseId, evidenceId: evidence.id }, 'thumbnail')).bytes.length).to.be.below(20_000);
  });

  it('is there once when it is attached twice, at once as well, under the period said last', async () => {
    const bytes = await picture();
    const [one, other] = await Promise.all([attach({ bytes }), attach({ bytes })]);
    expect([one.outcome, other.outcome]).to.have.members(['attached', 'already']);
    expect((await attach({ bytes, months: [4, 5], name: '다른 이름.jpg' })).outcome).to.equal('already');
    expect((await files()).map(({ months }) => months)).to.deep.equal([[4, 5]]);
    expect((await attach({ bytes, question: 'electricity-cost' })).outcome).to.equal('attached');
    expect(await files()).to.have.length(2);
  });

  it('makes a draft of what was submitted, and counts as a change of it', async () => {
    await answered();
    await submitted();
    const before = await response();
    await attach();
    expect(await response()).to.deep.include({ status: 'draft', revision: before.revision + 1, version: 1, answers: before.answers });
    expect((await submitResponse(test.site, who, { responseId, revision: before.revision })).outcome).to.equal('conflict');
    await submitted();
    const versions = await test.site.store.responseVersions.ofResponse(responseId);
    expect(versions.map(({ evidence }) => evidence.length)).to.deep.equal([1, 0]);
  });

  it('enters the version that is submitted and its receipt; without any, a receipt is what it always was', async () => {
    await answered();
    const without = await submitted();
    const { evidence } = await attach();
    const withOne = await submitted();
    const [version] = await test.site.store.responseVersions.ofResponse(responseId);
    const { id, months, type, size, sha256: hash, receivedSha256 } = evidence;
    expect(version?.evidence).to.deep.equal([{ id, question, months, type, size, sha256: hash, receivedSha256 }]);
    expect(withOne.hash).to.not.equal(without.hash);
    await removeEvidence(test.site, who, { responseId, evidenceId: evidence.id });
    expect((await submitted()).hash).to.equal(without.hash);
  });

  it('goes when it is removed, but stays with the version that was submitted with it', async () => {
    const loose = (await attach({ bytes: pdf('loose') })).evidence;
    await removeEvidence(test.site, who, { responseId, evidenceId: loose.id });
    expect(await test.site.store.evidence.content(loose, 'file')).to.equal(null);
    const bound = (await attach({ bytes: pdf('bound') })).evidence;
    await answered();
    await submitted();
    await removeEvidence(test.site, who, { responseId, evidenceId: bound.id });
    expect((await files()).map(({ takenOffAt }) => takenOffAt !== null)).to.deep.equal([true]);
    expect(await test.site.store.evidence.content(bound, 'file')).to.not.equal(null);
    expect(await problemOf(readOwnEvidence(test.site, who, { responseId, evidenceId: bound.id }, 'file'))).to.equal('notFound');
    expect((await attach({ bytes: pdf('bound') })).outcome).to.equal('attached');
    expect(await files()).to.have.length(1);
  });

  it('is bounded in number for a question, and in number and bytes for a response; those taken off count', async () => {
    for (let file = 0; file < evidenceLimits.filesOfQuestion; file++) await attach({ bytes: pdf(`bill ${file}`) });
    expect(await problemOf(attach({ bytes: pdf('one more') }))).to.equal('questionFull');
    expect((await attach({ bytes: pdf('elsewhere'), question: 'electricity-cost' })).outcome).to.equal('attached');
    const [first] = await files();
    if (first === undefined) throw new Error('Nothing is attached');
    await test.site.store.evidence.change({ ...first, size: evidenceLimits.bytesOfResponse });
    expect(await problemOf(attach({ bytes: pdf('too much'), question: 'electricity-cost' }))).to.equal('responseFull');
  });

  it('is taken for questions that have an amount, by its own respondent, while the round is open', async () => {
    for (const other of ['respondent-name', 'notice-read', 'nothing', '__proto__'])
      expect(await problemOf(attach({ question: other })), other).to.equal('notFound');
    const stranger = await test.establishment('다온도금');
    expect(
      await problemOf(
        attachEvidence(test.site, stranger.who, { responseId, question, months: [], name: 'a.pdf', bytes: pdf(), keepPlace: false }),
      ),
    ).to.equal('notFound');
    const { evidence } = await attach();
    const named = { responseId, evidenceId: evidence.id };
    expect(await problemOf(readOwnEvidence(test.site, stranger.who, named, 'file'))).to.equal('notFound');
    expect(await problemOf(removeEvidence(test.site, stranger.who, named))).to.equal('notFound');
    const { roundId } = await response();
    const round = await test.site.store.rounds.byId(roundId);
    if (round === null) throw new Error('There is no round');
    const closed = {
      ...test.site,
      store: Object.create(test.site.store, {
        rounds: { value: { ...test.site.store.rounds, byId: async () => ({ ...round, closedAt: test.clock.now() }) } },
      }),
    };
    expect(await problemOf(removeEvidence(closed, who, named))).to.equal('roundClosed');
    expect(
      await problemOf(
        attachEvidence(closed, who, { responseId, question, months: [], name: 'a.pdf', bytes: pdf('late'), keepPlace: false }),
      ),
    ).to.equal('roundClosed');
  });

  it('is attached and seen by a delegate for the sections that were given to them, and consents stay the establishment’s', async () => {
    const { evidence } = await attach({ question: 'diesel-used', bytes: pdf('of section D') });
    const limits = { delegationId: 'delegation', name: '세무법인', responseId, sections: ['C'], maySubmit: false };
    const delegate = { establishmentId: who.establishmentId, sessionId: 'delegate', limits };
    const file = { responseId, months: [1], name: 'a.jpg', bytes: await picture({ place: true }), keepPlace: true };
    const { evidence: own } = await attachEvidence(test.site, delegate, { ...file, question });
    expect(own.place).to.equal(null);
    expect((await readOwnEvidence(test.site, delegate, { responseId, evidenceId: own.id }, 'file')).type).to.equal('image/jpeg');
    expect(await problemOf(attachEvidence(test.site, delegate, { ...file, question: 'diesel-used' }))).to.equal('notFound');
    expect(await problemOf(readOwnEvidence(test.site, delegate, { responseId, evidenceId: evidence.id }, 'file'))).to.equal('notFound');
    expect(await problemOf(removeEvidence(test.site, delegate, { responseId, evidenceId: evidence.id }))).to.equal('notFound');
    const [entry] = await test.site.store.auditEntries.ofSubject(own.id, 1);
    expect(entry).to.deep.include({ action: 'evidence.add' }).and.to.have.nested.property('facts.delegation', 'delegation');
  });

  it('says where a picture was taken while that is agreed to, and forgets it when it is taken back', async () => {
    const bytes = await picture({ place: true });
    expect((await attach({ bytes })).evidence.place).to.equal(null);
    const { evidence } = await attach({ bytes, question: 'electricity-cost', keepPlace: true });
    expect(evidence.place?.latitude).to.be.closeTo(37.566, 0.001);
    const named = { responseId, evidenceId: evidence.id };
    await forgetPlace(test.site, who, named);
    await forgetPlace(test.site, who, named);
    const after = (await files()).find(({ id }) => id === evidence.id);
    expect(after).to.include({ place: null });
    const copy = await readOwnEvidence(test.site, who, named, 'file');
    expect(Buffer.from(copy.bytes).includes('Exif')).to.equal(false);
    expect([sha256(copy.bytes), copy.bytes.length]).to.deep.equal([after?.sha256, after?.size]);
  });

  it('leaves an entry of each act in the audit log, without names of files', async () => {
    const { evidence } = await attach({ bytes: await picture({ place: true }), keepPlace: true });
    await forgetPlace(test.site, who, { responseId, evidenceId: evidence.id });
    await removeEvidence(test.site, who, { responseId, evidenceId: evidence.id });
    const entries = await test.site.store.auditEntries.ofSubject(evidence.id, 10);
    expect(entries.map(({ action }) => action)).to.deep.equal(['evidence.remove', 'evidence.forgetPlace', 'evidence.add']);
    expect(JSON.stringify(entries)).to.not.include('고지서');
  });

  it('is found out by the verification when a piece is lost or its bytes are others', async () => {
    const [whole, lost, changed] = await Promise.all([pdf('whole'), pdf('lost'), pdf('changed')].map((bytes) => attach({ bytes })));
    const { evidence } = test.site.store;
    const of = (attached: typeof whole): Evidence =>
      attached?.evidence ??
      (() => {
        throw new Error('not attached');
      })();
    await test.site.store.transaction((within) => within.evidence.changeContent(of(lost), new Uint8Array()));
    await test.site.store.transaction((within) => within.evidence.changeContent(of(changed), Buffer.alloc(of(changed).size, 'x')));
    const found = new Map<string, string | null>();
    for await (const one of verifyEvidence(test.site)) if (one.evidence.responseId === responseId) found.set(one.evidence.id, one.broken);
    expect([...found]).to.have.deep.members([
      [of(whole).id, null],
      [of(lost).id, 'incomplete'],
      [of(changed).id, 'changed'],
    ]);
    expect(await evidence.content(of(lost), 'file')).to.equal(null);
    expect(await problemOf(readOwnEvidence(test.site, who, { responseId, evidenceId: of(changed).id }, 'file'))).to.equal('evidenceGone');
  });

  describe('is erased', () => {
    const left = async (evidence: Evidence): Promise<unknown> => [
      await files(),
      await test.site.store.evidence.content(evidence, 'file'),
      await test.site.store.evidence.content(evidence, 'thumbnail'),
    ];

    it('with the draft it belongs to', async () => {
      const { evidence } = await attach({ bytes: await picture() });
      const [erasure] = await eraseOnRequest(test.site, who.establishmentId, { reason: '응답자 요청', dryRun: false });
      expect(erasure).to.deep.include({ what: 'draft', files: [evidence.id] });
      expect(await left(evidence)).to.deep.equal([[], null, null]);
    });

    it('on request after submitting, one that was taken off as well; the version keeps the hashes and its receipt', async () => {
      await answered();
      const { evidence } = await attach({ bytes: await picture() });
      const receipt = await submitted();
      await removeEvidence(test.site, who, { responseId, evidenceId: evidence.id });
      await eraseOnRequest(test.site, who.establishmentId, { reason: '응답자 요청', dryRun: false });
      expect(await left(evidence)).to.deep.equal([[], null, null]);
      const [version] = await test.site.store.responseVersions.ofResponse(responseId);
      expect(version?.evidence.map(({ sha256: hash }) => hash)).to.deep.equal([evidence.sha256]);
      expect(version?.hash).to.equal(receipt.hash);
      expect(await eraseOnRequest(test.site, who.establishmentId, { reason: '응답자 요청', dryRun: false })).to.deep.equal([]);
    });

    it('by retention a year after the round closed', async () => {
      await answered();
      const { evidence } = await attach();
      await submitted();
      const closedAt = test.clock.now();
      const rounds = {
        ...test.site.store.rounds,
        all: async () => (await test.site.store.rounds.all()).map((round) => ({ ...round, closedAt })),
      };
      const closed = { ...test.site, store: Object.create(test.site.store, { rounds: { value: rounds } }) };
      test.clock.pass(364 * 24 * 60 * 60 * 1000);
      expect((await keepRetention(closed, false)).erasures).to.deep.equal([]);
      test.clock.pass(3 * 24 * 60 * 60 * 1000);
      const { erasures } = await keepRetention(closed, false);
      expect(erasures.find((one) => one.responseId === responseId)?.files).to.deep.equal([evidence.id]);
      expect(await left(evidence)).to.deep.equal([[], null, null]);
    });
  });
});
