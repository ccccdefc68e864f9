import { monitorEventLoopDelay } from 'node:perf_hooks';

/** One answered request. Everything in it comes from small sets: patterns of routes, methods, statuses. */
export interface RepliedTo {
  readonly method: string;
  /** The pattern as declared, never the path. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Events of the site that are counted besides requests. */
export type Counted = 'store_deaths' | 'store_restarts' | 'audit_anchor_failures';

/** What the site counts about itself. Nothing in it is about a person or an establishment. */
export interface Metrics {
  readonly replied: (reply: RepliedTo) => void;
  count(event: Counted): void;
  /** A number that is read when the metrics are. */
  gauge(name: string, help: string, read: () => number | Promise<number | null>): void;
  /** In the text format of Prometheus, version 0.0.4. */
  text(): Promise<string>;
}

const bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;
const methods = new Set(['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);

interface Series {
  readonly labels: string;
  readonly buckets: number[];
  count: number;
  sum: number;
}

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const counterHelp: Readonly<Record<Counted, string>> = {
  store_deaths: 'Deaths of the embedded store',
  store_restarts: 'Restarts of the embedded store',
  audit_anchor_failures: 'Times the head of the audit log could not be written down outside of the database',
};

const block = (name: string, kind: 'counter' | 'gauge' | 'histogram', help: string, lines: readonly string[]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines, ''].join('\n');

export const newMetrics = (): Metrics => {
  const series = new Map<string, Series>();
  const counters = new Map<Counted, number>(Object.keys(counterHelp).map((name) => [name as Counted, 0]));
  const gauges: { readonly name: string; readonly help: string; readonly read: () => number | Promise<number | null> }[] = [];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const begun = performance.now();
  gauges.push(
    { name: 'process_resident_memory_bytes', help: 'Memory of the process', read: () => process.memoryUsage.rss() },
    { name: 'process_uptime_seconds', help: 'Time since the process began', read: () => (performance.now() - begun) / 1_000 },
    {
      name: 'event_loop_delay_p99_seconds',
      help: '99th percentile of the delay since the last reading',
      read: () => delay.percentile(99) / 1e9,
    },
  );

  const histogram = (): string =>
    block(
      'onsil_request_duration_seconds',
      'histogram',
      'Time until a request was answered',
      [...series.values()].flatMap(({ labels, buckets, count, sum }) => [
        ...bounds.map((bound, index) => `onsil_request_duration_seconds_bucket{${labels},le="${bound / 1_000}"} ${buckets[index] ?? 0}`),
        `onsil_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
        `onsil_request_duration_seconds_sum{${labels}} ${sum / 1_000}`,
        `onsil_request_duration_seconds_count{${labels}} ${count}`,
      ]),
    );

  return {
    replied: ({ method, route, status, ms }) => {
      const labels = `method="${methods.has(method) ? method : 'other'}",route="${escaped(route)}",status="${status}"`;
      const known = series.get(labels) ?? { labels, buckets: bounds.map(() => 0), count: 0, sum: 0 };
      series.set(labels, known);
      known.count++;
      known.sum += ms;
      for (const [index, bound] of bounds.entries()) if (ms <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
    },
    count: (event) => void counters.set(event, (counters.get(event) ?? 0) + 1),
    gauge: (name, help, read) => void gauges.push({ name, help, read }),
    text: async () => {
      const read = await Promise.all(gauges.map(async (gauge) => ({ ...gauge, value: await gauge.read() })));
      delay.reset();
      return [
        histogram(),
        ...[...counters].map(([name, value]) =>
          block(`onsil_${name}_total`, 'counter', counterHelp[name], [`onsil_${name}_total ${value}`]),
        ),
        ...read.map(({ name, help, value }) => block(`onsil_${name}`, 'gauge', help, value === null ? [] : [`onsil_${name} ${value}`])),
      ].join('');
    },
  };
};
