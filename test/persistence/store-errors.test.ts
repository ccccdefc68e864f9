import { expect } from 'chai';
import { mongo } from 'mongoose';
import { AlreadyThere, StoreUnavailable } from '../../server/persistence/store.js';
import { patiently, translated } from '../../server/persistence/store-errors.js';

const brokenLine = (): Error => Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
const outcomeOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);
const failing = (error: Error) => () => Promise.reject(error);

describe('what the driver says', () => {
  it('is that the store is away, however a broken line shows', async () => {
    const away = [
      brokenLine(),
      new mongo.MongoNetworkError('connection closed'),
      new mongo.MongoServerError({ message: 'shutting down', code: 91 }),
      new mongo.MongoOperationTimeoutError('out of time'),
    ];
    for (const error of away)
      expect(await outcomeOf(translated('responses', failing(error))), error.message).to.be.instanceOf(StoreUnavailable);
  });

  it('is that a document is already there', async () => {
    const error = new mongo.MongoServerError({ message: 'E11000 duplicate key', code: 11_000 });
    expect(await outcomeOf(translated('responses', failing(error))))
      .to.be.instanceOf(AlreadyThere)
      .with.property('collection', 'responses');
  });

  it('is a bug when it is anything else, and stays as it is', async () => {
    for (const error of [new TypeError('x is not a function'), new mongo.MongoServerError({ message: 'unknown operator', code: 2 })])
      expect(await outcomeOf(translated('responses', failing(error)))).to.equal(error);
  });
});

describe('work that may be done twice', () => {
  it('is tried again while the store is away', async () => {
    let tries = 0;
    const outcome = await patiently('responses', async () => {
      tries++;
      if (tries < 4) throw brokenLine();
      return 'kept';
    });
    expect([outcome, tries]).to.deep.equal(['kept', 4]);
  });

  it('is not tried again for any other reason', async () => {
    let tries = 0;
    const failure = await outcomeOf(
      patiently('responses', async () => {
        tries++;
        throw new Error('a bug');
      }),
    );
    expect(failure).to.be.an('error').with.property('message', 'a bug');
    expect(tries).to.equal(1);
  });
});
