import { expect } from 'chai';
import { wishOf } from '../../server/http/section-post.js';

describe('what somebody who saves a section wants next', () => {
  it('is told by the button', () => {
    expect(wishOf('continue')).to.deep.equal({ to: 'continue' });
    expect(wishOf('autosave')).to.deep.equal({ to: 'autosave' });
    expect(wishOf('later')).to.deep.equal({ to: 'later' });
    expect(wishOf('language:en')).to.deep.equal({ to: 'language', language: 'en' });
    expect(wishOf('addRow:main-equipment:4')).to.deep.equal({ to: 'addRow', question: 'main-equipment', rows: 4 });
  });

  it('reads the key of a finding whole, colons and all', () => {
    expect(wishOf('take:E020:diesel-used:1')).to.deep.equal({ to: 'take', finding: 'E020:diesel-used', suggestion: 1 });
  });

  it('is saving when nothing or nonsense was sent', () => {
    for (const pressed of [undefined, '', 'save', 'addRow:x:many', 'take:E020', 'fly'])
      expect(wishOf(pressed), String(pressed)).to.deep.equal({ to: 'save' });
  });
});
