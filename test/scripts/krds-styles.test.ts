import { expect } from 'chai';
import { componentStyles } from '../../scripts/krds-styles.js';

describe('the styles taken over from the design system', () => {
  const css = `
    @charset "UTF-8";
    /* .krds-btn { color: red } */
    .krds-btn, .krds-tab { color: blue; }
    [data-krds-mode=high-contrast] .krds-btn { color: yellow; }
    input[type=radio] { position: absolute; }
    @media (max-width: 767px) { .krds-btn.small { height: 4rem; } .krds-tab { color: red; } }
    @media print { .krds-tab { color: red; } }`;

  it('are those of the components in use, also within media', () => {
    expect(componentStyles(css, ['krds-btn']).replace(/\s+/g, ' ')).to.equal(
      '.krds-btn{ color: blue; }@media (max-width: 767px){.krds-btn.small{ height: 4rem; }}',
    );
  });

  it('leave bare elements alone', () => {
    expect(componentStyles(css, ['krds-btn', 'krds-tab'])).not.to.contain('input');
  });
});
