import { expect } from 'chai';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { Problem } from '../../server/problem/problem.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

describe('adding an establishment', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  const add = (name: string, businessNumber: string | null = null) => addEstablishment(test.site, { name, businessNumber, example: null });
  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    const outcome = await work.catch((error: unknown) => error);
    if (outcome instanceof Problem) return outcome.code;
    throw new Error(`It was not refused: ${JSON.stringify(outcome)}`);
  };

  it('takes a name and a business registration number with or without hyphens', async () => {
    expect(await add(' 한빛주물 ', '124-81-00998')).to.include({ name: '한빛주물', businessNumber: '1248100998' });
  });

  it('refuses a number whose check digit is wrong', async () => {
    for (const number of ['124-81-00999', '12345', 'abc']) expect(await codeOf(add('가', number)), number).to.equal('businessNumber');
  });

  it('names the establishment that already has the number', async () => {
    const there = await add('첫째', '220-81-62517');
    const refused = await add('둘째', '2208162517').catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(Problem);
    expect((refused as Problem).sentence.ko).to.include(there.id);
  });

  it('refuses a name that is empty or longer than a line', async () => {
    for (const name of ['', '  ', '가'.repeat(101)]) expect(await codeOf(add(name))).to.equal('establishmentName');
  });
});
