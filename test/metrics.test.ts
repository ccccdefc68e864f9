import { expect } from 'chai';
import fc from 'fast-check';
import { newMetrics } from '../server/metrics.js';

describe('the metrics', () => {
  it('count answers by method, route and status, with their times', async () => {
    const metrics = newMetrics();
    metrics.replied({ method: 'GET', route: '/responses/:responseId', status: 200, ms: 30 });
    metrics.replied({ method: 'GET', route: '/responses/:responseId', status: 200, ms: 300 });
    const labels = 'method="GET",route="/responses/:responseId",status="200"';
    const text = await metrics.text();
    expect(text).to.include(`onsil_request_duration_seconds_bucket{${labels},le="0.05"} 1\n`);
    expect(text).to.include(`onsil_request_duration_seconds_bucket{${labels},le="0.5"} 2\n`);
    expect(text).to.include(`onsil_request_duration_seconds_bucket{${labels},le="+Inf"} 2\n`);
    expect(text).to.include(`onsil_request_duration_seconds_sum{${labels}} 0.33\n`);
  });

  it('count events, and read gauges when they are read', async () => {
    const metrics = newMetrics();
    let free: number | null = 5;
    metrics.gauge('disk_free_bytes', 'Room', async () => free);
    metrics.count('store_deaths');
    expect(await metrics.text())
      .to.include('onsil_store_deaths_total 1\n')
      .and.to.include('\nonsil_disk_free_bytes 5\n');
    free = null;
    expect(await metrics.text()).not.to.match(/^onsil_disk_free_bytes/m);
  });

  it('are lines that Prometheus reads, whatever the method of a request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), async (hostile) => {
        const metrics = newMetrics();
        for (const method of hostile) metrics.replied({ method, route: '(none)', status: 404, ms: 1 });
        const text = await metrics.text();
        for (const line of text.split('\n'))
          expect(line).to.match(/^(|# (HELP|TYPE) .*|[a-z0-9_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [\d.e+-]+)$/);
        expect(text.match(/_count\{/g) ?? []).to.have.length(hostile.length === 0 ? 0 : 1);
      }),
      { numRuns: 50 },
    );
  });
});
