import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { planView } from '../../server/presentation/plan-view.js';
import { renderPlanPdf } from '../../server/reports/plan-report.js';
import { needs } from '../support/external-program.js';
import { factorSources } from '../support/inventory-fixture.js';
import { establishment, foundryPlan } from '../support/plan-fixture.js';

describe('the transition plan in the hands of other programs', function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onsil-pdf-'));
    file = join(folder, 'plan.pdf');
    const plan = { ...foundryPlan, establishment: { ...establishment, name: '大韓 한빛주물 🏭' } };
    const view = planView(plan, { language: 'ko', date: '2026-11-22', factorSources });
    writeFileSync(file, await renderPlanPdf(view, { createdAt: new Date('2026-11-22T00:00:00Z') }));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('has no fault of syntax that qpdf can find', function () {
    needs(this, 'qpdf');
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
    expect(stdout).to.include('No syntax or stream encoding errors found');
  });

  it('is tagged and dated for pdfinfo, with Korean text in the tags', function () {
    needs(this, 'pdfinfo');
    const facts = execFileSync('pdfinfo', ['-isodates', file], { encoding: 'utf8' });
    expect(facts)
      .to.match(/Tagged:\s+yes/)
      .and.to.match(/CreationDate:\s+2026-11-22T00:00:00/)
      .and.to.match(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    const tags = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
    expect(tags)
      .to.include('"총 배출량(Scope 1+2)')
      .and.to.match(/^Document/m)
      .and.to.include('Figure');
  });

  it('can be copied as text, a character that no font has included', function () {
    needs(this, 'pdftotext');
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    expect(text)
      .to.include('탄소중립 전환계획')
      .and.to.match(/大韓 한빛주물\s+🏭/u)
      .and.to.include('394.940');
  });

  it('embeds every font it uses', function () {
    needs(this, 'pdffonts');
    const [, , ...fonts] = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n');
    expect(fonts.length).to.be.within(3, 4);
    for (const font of fonts) expect(font).to.match(/(Pretendard|NotoSansKR)\S*\s+CID TrueType\s+Identity-H\s+yes\s+yes\s+yes/);
  });
});
