import { expect } from 'chai';
import fc from 'fast-check';
import { operator } from '../../server/operations/account-holder.js';
import { AlreadyThere } from '../../server/persistence/store.js';
import { anyAnswers, anyReasons } from '../support/answers.js';
import { establishmentWith, inventoryWith, invitationWith, responseWith, versionWith } from '../support/stored.js';
import { openTestStore, type TestStore } from '../support/test-store.js';

const refused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof AlreadyThere) return true;
    throw error;
  }
};

describe('the repositories', () => {
  let test: TestStore;
  before(async () => {
    test = await openTestStore();
  });
  after(() => test.close());

  describe('establishments', () => {
    it('may be many without a business number, one with each', async () => {
      const { establishments } = test.store;
      await establishments.add(establishmentWith());
      await establishments.add(establishmentWith());
      await establishments.add(establishmentWith({ businessNumber: '1248100998' }));
      expect(await refused(establishments.add(establishmentWith({ businessNumber: '1248100998' })))).to.equal(true);
    });

    it('hold one of each example', async () => {
      const { establishments } = test.store;
      const first = establishmentWith({ example: 'foundry' });
      await establishments.add(first);
      expect(await refused(establishments.add(establishmentWith({ example: 'foundry' })))).to.equal(true);
      expect(await establishments.byExample('foundry')).to.deep.equal(first);
    });
  });

  describe('responses', () => {
    it('give back any answers exactly as they were given', async () => {
      const { responses } = test.store;
      await fc.assert(
        fc.asyncProperty(anyAnswers, anyReasons, async (answers, reasons) => {
          const response = responseWith({
            answers,
            reasons,
            questionRevisions: Object.fromEntries(Object.keys(answers).map((id) => [id, 1])),
          });
          await responses.add(response);
          expect(await responses.byId(response.id)).to.deep.equal(response);
        }),
        { numRuns: 60 },
      );
    });

    it('are one for an establishment in a round', async () => {
      const { responses } = test.store;
      const response = responseWith();
      await responses.add(response);
      expect(await refused(responses.add(responseWith({ establishmentId: response.establishmentId })))).to.equal(true);
      expect(await responses.ofRound(response.establishmentId, response.roundId)).to.deep.equal(response);
    });

    it('are not changed on the ground of an old revision', async () => {
      const { responses } = test.store;
      const response = responseWith({ revision: 4 });
      await responses.add(response);
      expect(await responses.replace({ ...response, revision: 4, status: 'submitted' }, 3)).to.equal(false);
      expect(await responses.byId(response.id)).to.deep.equal(response);
    });
  });

  describe('versions of a response', () => {
    it('are written once', async () => {
      const { responseVersions } = test.store;
      const first = versionWith();
      await responseVersions.add(first);
      expect(await refused(responseVersions.add(versionWith({ responseId: first.responseId, hash: 'b'.repeat(64) })))).to.equal(true);
      expect(await responseVersions.byVersion(first.responseId, 1)).to.deep.equal(first);
    });

    it('cannot be changed or removed: there is no way to', () => {
      expect(Object.keys(test.store.responseVersions)).to.have.members(['byVersion', 'ofResponse', 'submissionsOf', 'add', 'erase']);
      // `removeThrough` is retention's: it writes down first what it removes.
      const reading = ['ofEstablishment', 'ofSubject', 'head', 'hashAt', 'between', 'lying'];
      expect(Object.keys(test.store.auditEntries)).to.have.members(['add', ...reading, 'removeThrough']);
      expect(Object.keys(test.store.inventories)).to.have.members(['byVersion', 'history', 'page', 'add', 'addRecomputation']);
    });
  });

  describe('invitations', () => {
    const now = new Date('2026-03-10T00:00:00Z');

    it('are used by one of ten simultaneous clicks', async () => {
      const { invitations } = test.store;
      const invitation = invitationWith();
      await invitations.add(invitation);
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => invitations.use(invitation.id, now)));
      expect(outcomes.filter(Boolean)).to.have.length(1);
    });

    it('hold one of each secret', async () => {
      const { invitations } = test.store;
      const invitation = invitationWith();
      await invitations.add(invitation);
      expect(await refused(invitations.add(invitationWith({ secretHash: invitation.secretHash })))).to.equal(true);
    });

    it('are not used after their time', async () => {
      const { invitations } = test.store;
      const invitation = invitationWith({ expiresAt: now });
      await invitations.add(invitation);
      expect(await invitations.use(invitation.id, now)).to.equal(false);
    });

    it('are revoked while unused, by purpose', async () => {
      const { invitations } = test.store;
      const letter = invitationWith();
      const demo = invitationWith({ establishmentId: letter.establishmentId, purpose: 'demo' });
      const used = invitationWith({ establishmentId: letter.establishmentId, usedAt: now });
      for (const invitation of [letter, demo, used]) await invitations.add(invitation);
      expect(await invitations.revokeUnused(letter.establishmentId, 'letter', now)).to.equal(1);
      expect((await invitations.bySecretHash(letter.secretHash))?.revokedAt).to.deep.equal(now);
      expect((await invitations.bySecretHash(demo.secretHash))?.revokedAt).to.equal(null);
      expect((await invitations.bySecretHash(used.secretHash))?.revokedAt).to.equal(null);
    });
  });

  describe('inventories', () => {
    it('are one for a version', async () => {
      const { inventories } = test.store;
      const first = inventoryWith();
      await inventories.add(first);
      expect(await refused(inventories.add(inventoryWith({ responseId: first.responseId })))).to.equal(true);
      await inventories.add(inventoryWith({ responseId: first.responseId, version: 2 }));
      expect((await inventories.byVersion(first.responseId, 1))?.id).to.equal(first.id);
    });

    it('are computed anew once under each number', async () => {
      const { inventories } = test.store;
      const first = inventoryWith();
      await inventories.add(first);
      await inventories.addRecomputation({ ...first, id: 'anew', computation: 2 });
      expect(await refused(inventories.addRecomputation({ ...first, id: 'anew again', computation: 2 }))).to.equal(true);
      await inventories.addRecomputation({ ...first, id: 'and again', computation: 3 });
      expect((await inventories.history(first.responseId, 1)).map(({ id }) => id)).to.deep.equal([first.id, 'anew', 'and again']);
    });
  });

  it('lay audit entries down newest first', async () => {
    const { auditEntries } = test.store;
    const entry = (id: string, at: string) => ({
      id,
      at: new Date(at),
      actor: operator,
      action: 'invitation.create' as const,
      establishmentId: 'one',
      subject: { kind: 'invitation', id: 'x' } as const,
      facts: { purpose: 'letter' },
    });
    await auditEntries.add(entry('early', '2026-03-01T00:00:00Z'));
    await auditEntries.add(entry('late', '2026-03-02T00:00:00Z'));
    expect((await auditEntries.ofEstablishment('one', 10)).map(({ id }) => id)).to.deep.equal(['late', 'early']);
    expect(await auditEntries.ofEstablishment('one', 1)).to.have.length(1);
  });
});
