import { expect } from 'chai';
import { sitePath } from '../../server/http/site-path.js';

describe('a path to go on to', () => {
  it('stays on this site', () => {
    for (const path of ['/', '/responses', '/responses/1/sections/C?checked=1#row-3', '/?q=//x']) expect(sitePath(path)).to.equal(path);
  });

  it('is the first page when it would lead elsewhere', () => {
    const elsewhere = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      'responses',
      '/a\\b',
      '/a\r\nb',
      '/\t/evil.example',
    ];
    for (const path of elsewhere) expect(sitePath(path), JSON.stringify(path)).to.equal('/');
    expect(sitePath(undefined)).to.equal('/');
  });
});
