import { constants, tmpdir } from 'node:os';
import { expect } from 'chai';
import { MongoError } from '../src/errors/mongo-error.js';
import { asDiskSpaceError } from '../src/storage/disk-space.js';

describe('a write that finds no room', () => {
  const failing = (code: number): Error => Object.assign(new Error('the write failed'), { code });
  const { ENOSPC, EDQUOT, EIO, EACCES } = constants.errno;

  for (const [name, code] of Object.entries({ ENOSPC, EDQUOT }))
    it(`is OutOfDiskSpace (14031) when LMDB says ${name}`, () => {
      const error = asDiskSpaceError(failing(code), tmpdir());
      expect(error).to.be.instanceOf(MongoError);
      expect(error).to.include({ code: 14_031, codeName: 'OutOfDiskSpace' });
    });

  it('stays what it is when there is room', () => {
    for (const error of [failing(EIO), failing(EACCES), new Error('a bug')]) expect(asDiskSpaceError(error, tmpdir())).to.equal(error);
  });
});
