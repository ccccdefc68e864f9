import { expect } from 'chai';
import { normalized, replacement, runsOf } from '../../server/reports/text-run.js';

const runs = (text: string): { drawn: string[]; missing: string[] } => {
  const missing: string[] = [];
  const found = runsOf(normalized(text), 'regular', (character) => missing.push(character));
  return { drawn: found.map((run) => `${run.faceName}:${run.text}`), missing };
};

describe('runs of text', () => {
  it('draws Korean, Latin, signs and subscripts in the text face', () => {
    expect(runs('가 A₂ ℃ · ○×△').drawn).to.deep.equal(['regular-0:가 A₂ ℃ · ○×△']);
  });

  it('draws Hanja in the second face and comes back', () => {
    expect(runs('㈜大韓주물').drawn).to.deep.equal(['regular-0:㈜', 'regular-1:大韓', 'regular-0:주물']);
  });

  it('composes decomposed syllables', () => {
    expect(runs('한빛'.normalize('NFD')).drawn).to.deep.equal(['regular-0:한빛']);
  });

  it('shows a character that no font has, once for each that is seen, and tells of it', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
    const { drawn, missing } = runs(`가${family}나`);
    expect(drawn).to.deep.equal(['regular-0:가', `regular-0:${replacement}`, 'regular-0:나']);
    expect(missing).to.deep.equal([family]);
    expect(runs(`가${family}나`).missing, 'also when the text was met before').to.deep.equal([family]);
  });

  it('shows control characters, and passes over those that are never seen', () => {
    expect(runs('가\u0007나')).to.deep.equal({ drawn: ['regular-0:가', `regular-0:${replacement}`, 'regular-0:나'], missing: ['\ufffd'] });
    expect(runs('가\u200b\ufeff\u202e나')).to.deep.equal({ drawn: ['regular-0:가나'], missing: [] });
  });
});
