import { expect } from 'chai';
import { connect } from '../../../server/persistence/connect.js';
import { responseWith, versionWith } from '../../support/stored.js';
import { openTestStore, type TestStore } from '../../support/test-store.js';

describe('migration 002-uses-of-answers', () => {
  let test: TestStore;
  before(async () => {
    test = await openTestStore();
  });
  after(() => test.close());

  it('reads from the answers of before what they may be used for; what was not asked is not allowed', async () => {
    const truth = (value: boolean) => ({ state: 'answered', typed: {}, value: { kind: 'truth', truth: value } }) as const;
    const response = responseWith({
      answers: { 'notice-read': truth(true), 'consent-own-report': truth(false), 'consent-program-matching': truth(true) },
    });
    const version = versionWith();
    await test.store.responses.add(response);
    await test.store.responseVersions.add(version);
    await test.raw.collection('responses').updateMany({}, { $unset: { uses: '' } });
    await test.raw.collection('responseVersions').updateMany({}, { $unset: { erased: '' } });
    await test.raw.collection<{ _id: string }>('migrations').deleteOne({ _id: '002-uses-of-answers' });
    await (await connect(test.uri)).close();
    expect((await test.store.responses.byId(response.id))?.uses).to.deep.equal({
      statistics: true,
      ownReport: false,
      programMatching: true,
      ministrySharing: false,
    });
    expect(await test.store.responseVersions.byVersion(version.responseId, 1)).to.deep.equal(version);
  });
});
