import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import { wrapLabel } from '../presentation/chart-label.js';
import { formatResult } from '../presentation/number-format.js';

/** What the page hands over to be drawn: tCO2eq of each source, by scope. */
interface ChartData {
  readonly labels: readonly string[];
  readonly scope1: readonly number[];
  readonly scope2: readonly number[];
  readonly names: readonly [string, string];
  readonly axis: string;
}

/** Told apart by lightness as well as by hue, so that they differ in every kind of color vision and in gray. */
const colors = { scope1: '#052561', scope2: '#86aff9' } as const;

const fontSize = 14;

const draw = (canvas: HTMLCanvasElement, { labels, scope1, scope2, names, axis }: ChartData): void => {
  const box = canvas.parentElement;
  if (box === null) return;
  const narrow = box.clientWidth < 600;
  const lines = labels.map((label) => [...wrapLabel(label, narrow ? 9 : 18)]);
  const tallest = Math.max(1, ...lines.map(({ length }) => length));
  box.style.height = `${12 + labels.length * Math.max(5.6, 1.2 + tallest * 1.8)}rem`;
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = fontSize;
  Chart.defaults.color = '#33363d';
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: lines,
      datasets: [
        { label: names[0], data: [...scope1], backgroundColor: colors.scope1, maxBarThickness: 32 },
        { label: names[1], data: [...scope2], backgroundColor: colors.scope2, maxBarThickness: 32 },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { stacked: true, title: { display: true, text: axis }, ticks: { maxTicksLimit: narrow ? 4 : 8 } },
        y: { stacked: true, grid: { display: false }, ticks: { autoSkip: false } },
      },
      plugins: {
        legend: { position: 'top', align: 'start' },
        tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${formatResult(parsed.x ?? 0)}` } },
      },
    },
  });
};

/** A canvas shows boxes for signs whose part of the web font has not come yet, and never draws them again. */
const fontOf = (data: ChartData): Promise<unknown> => {
  const family = getComputedStyle(document.body).fontFamily;
  return document.fonts.load(`${fontSize}px ${family}`, [...data.labels, ...data.names, data.axis, '0123456789.,'].join(''));
};

for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
  const data = JSON.parse(canvas.dataset.chart ?? '') as ChartData;
  if (canvas.parentElement !== null) canvas.parentElement.hidden = false;
  // Without the web font the system's own serves; the chart is drawn either way, and the failure shows in the console.
  void fontOf(data).finally(() => draw(canvas, data));
}
