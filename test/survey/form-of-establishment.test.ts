import { expect } from 'chai';
import { formOfEstablishment } from '../../server/survey/form-of-establishment.js';
import { sizeBands } from '../../server/survey/size-band.js';

describe('the form of an establishment', () => {
  it('follows from its size: S below ten people, M from ten on', () => {
    expect(sizeBands.map((sizeBand) => formOfEstablishment({ form: null, sizeBand }))).to.deep.equal(['S', 'M', 'M', 'M', 'M']);
  });

  it('is what the register says, whatever the size', () => {
    expect(formOfEstablishment({ form: 'L', sizeBand: '1-9' })).to.equal('L');
    expect(formOfEstablishment({ form: 'S', sizeBand: null })).to.equal('S');
  });

  it('is not guessed where the register says neither', () => {
    expect(formOfEstablishment({ form: null, sizeBand: null })).to.equal(null);
  });
});
