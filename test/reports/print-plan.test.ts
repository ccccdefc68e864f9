import { expect } from 'chai';
import { renderTransitionPlan } from '../../server/operations/render-report.js';
import { planView } from '../../server/presentation/plan-view.js';
import { renderPlanPdf } from '../../server/reports/plan-report.js';
import { printPlan } from '../../server/reports/print-plan.js';
import { factorSources } from '../support/inventory-fixture.js';
import { foundryPlan } from '../support/plan-fixture.js';

const options = { language: 'ko', date: '2026-11-22', factorSources } as const;
const view = planView(foundryPlan, options);
const createdAt = new Date('2026-11-22T00:00:00Z');

describe('printing in a thread of its own', function () {
  this.timeout(60_000);

  it('gives the bytes that printing in this thread gives, to each who asked', async () => {
    const english = planView(foundryPlan, { ...options, language: 'en' });
    const [korean, other, again] = await Promise.all([
      printPlan(view, createdAt),
      printPlan(english, createdAt),
      printPlan(view, createdAt),
    ]);
    expect(Buffer.compare(korean, await renderPlanPdf(view, { createdAt }))).to.equal(0);
    expect(Buffer.compare(korean, again)).to.equal(0);
    expect(Buffer.compare(korean, other)).not.to.equal(0);
  });

  it('leaves this thread free meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await printPlan(view, createdAt);
    clearInterval(timer);
    expect(turns).to.be.greaterThan(3);
  });

  it('hands a failure to the one who asked, and goes on printing for others', async () => {
    const broken = { ...view, inventory: { ...view.inventory, warnings: [undefined as unknown as string] } };
    const [failed, printed] = await Promise.allSettled([printPlan(broken, createdAt), printPlan(view, createdAt)]);
    expect(failed.status).to.equal('rejected');
    expect(printed.status).to.equal('fulfilled');
  });

  it('makes a file with a name and a type', async () => {
    const file = await renderTransitionPlan(foundryPlan, options);
    expect(file.fileName).to.equal('한빛주물(예시)_전환계획_2024.pdf');
    expect(file.type).to.equal('application/pdf');
    expect(Buffer.from(file.bytes.subarray(0, 5)).toString('latin1')).to.equal('%PDF-');
  });
});
