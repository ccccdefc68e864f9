import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
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

/** Labels take two lines at the most; the table has them whole. */
const wrapped = (label: string, most: number): string | string[] => {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 2 ? [lines[0] ?? '', `${lines[1]} …`] : lines;
};

const draw = (canvas: HTMLCanvasElement): void => {
  const { labels, scope1, scope2, names, axis } = JSON.parse(canvas.dataset.chart ?? '') as ChartData;
  const box = canvas.parentElement;
  if (box === null) return;
  box.hidden = false;
  const narrow = box.clientWidth < 600;
  box.style.height = `${12 + labels.length * 5.6}rem`;
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 14;
  Chart.defaults.color = '#33363d';
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: labels.map((label) => wrapped(label, narrow ? 9 : 18)),
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
        y: { stacked: true, grid: { display: false } },
      },
      plugins: {
        legend: { position: 'top', align: 'start' },
        tooltip: { callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${formatResult(parsed.x ?? 0)}` } },
      },
    },
  });
};

for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) draw(canvas);
