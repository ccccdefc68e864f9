import { BarController, BarElement, CategoryScale, Chart, type ChartConfiguration, LinearScale, type Plugin } from 'chart.js';
import type { BarChartView, SpanChartView } from '../presentation/plan-pieces.js';
import { ChartCanvas } from './chart-canvas.js';
import type { Sheet } from './sheet.js';
import { color } from './style.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Fills of the series by lightness, so that they differ without color; each has a dark edge. */
export const seriesFill = [color.accent, '#a9d3c4', '#e3e8ea'] as const;
const edge = color.ink;

const labelSize = 8;
const rowHeight = 24;
const labelShare = 0.36;
const textRoom = 0.2;

export const chartHeight = (rows: number): number => rows * rowHeight + 26;

/** Category labels as lines that fit into their column; Chart.js draws an array as lines. */
const labels = (sheet: Sheet, items: readonly { readonly label: string }[], width: number): string[][] =>
  items.map(({ label }) => {
    const style = { weight: 'regular', size: labelSize, leading: labelSize, color: color.ink } as const;
    const lines = sheet.lines(label, width * labelShare, style).map((line) => line.runs.map((run) => run.actual ?? run.text).join(''));
    return lines.length > 2 ? [lines[0] ?? '', `${(lines[1] ?? '').replace(/.{2}$/u, '')}…`] : lines;
  });

/** Prints a text behind the end of each bar, and lets `mark` draw on it. */
const beside = (texts: readonly string[], mark: (canvas: ChartCanvas, chart: Chart, row: number, y: number) => void): Plugin => ({
  id: 'beside',
  afterDatasetsDraw: (chart) => {
    const canvas = chart.ctx as unknown as ChartCanvas;
    chart.getDatasetMeta(0).data.forEach((bar, row) => {
      const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as unknown as { x: number; y: number; base: number };
      mark(canvas, chart, row, y);
      canvas.font = `600 ${labelSize}px Pretendard`;
      canvas.fillStyle = color.ink;
      canvas.textAlign = 'left';
      canvas.textBaseline = 'middle';
      canvas.fillText(texts[row] ?? '', Math.max(x, base) + 5, y);
    });
  },
});

const draw = (
  sheet: Sheet,
  place: { readonly x: number; readonly y: number; readonly width: number },
  rows: {
    readonly labels: string[][];
    readonly data: (number | [number, number])[];
    readonly fills: readonly string[];
    readonly most: number;
  },
  plugin: Plugin,
): void => {
  const height = chartHeight(rows.data.length);
  const canvas = new ChartCanvas(sheet, place.width, height);
  const configuration: ChartConfiguration<'bar', (number | [number, number])[], string[]> = {
    type: 'bar',
    data: {
      labels: rows.labels,
      datasets: [
        {
          data: rows.data,
          backgroundColor: [...rows.fills],
          borderColor: edge,
          borderWidth: 0.6,
          borderSkipped: false,
          barThickness: 11,
          minBarLength: 1,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: { right: place.width * textRoom } },
      scales: {
        x: {
          beginAtZero: true,
          suggestedMax: rows.most,
          grid: { color: color.rule, lineWidth: 0.4, drawTicks: false },
          border: { display: false },
          ticks: { font: { size: 7.5, family: 'Pretendard' }, color: color.muted, maxTicksLimit: 6, padding: 4 },
        },
        y: {
          grid: { display: false },
          border: { color: color.ink, width: 0.6 },
          ticks: { font: { size: labelSize, family: 'Pretendard' }, color: color.ink, autoSkip: false, crossAlign: 'far', padding: 6 },
          afterFit: (axis) => {
            axis.width = place.width * labelShare + 12;
          },
        },
      },
    },
    plugins: [plugin as Plugin<'bar'>],
  };
  sheet.pdf.save();
  sheet.pdf.translate(place.x, place.y);
  const chart = new Chart(canvas as unknown as ConstructorParameters<typeof Chart>[0], configuration);
  chart.destroy();
  sheet.pdf.restore();
};

/** Bars from zero, the value beside each. */
export const drawBars = (sheet: Sheet, view: BarChartView, place: { x: number; y: number; width: number }): void =>
  draw(
    sheet,
    place,
    {
      labels: labels(sheet, view.bars, place.width),
      data: view.bars.map((bar) => bar.value),
      fills: view.bars.map((bar) => seriesFill[bar.series] ?? seriesFill[0]),
      most: Math.max(...view.bars.map((bar) => bar.value)),
    },
    beside(
      view.bars.map((bar) => bar.text),
      () => {},
    ),
  );

/** Bars from low to high with a mark at the typical value. */
export const drawSpans = (sheet: Sheet, view: SpanChartView, place: { x: number; y: number; width: number }): void =>
  draw(
    sheet,
    place,
    {
      labels: labels(sheet, view.spans, place.width),
      data: view.spans.map((span) => [span.low, span.high]),
      fills: view.spans.map(() => seriesFill[1]),
      most: Math.max(...view.spans.map((span) => span.high)),
    },
    beside(
      view.spans.map((span) => span.text),
      (canvas, chart, row, y) => {
        const typical = view.spans[row]?.typical;
        const axis = chart.scales.x;
        if (typical === null || typical === undefined || axis === undefined) return;
        canvas.fillStyle = color.ink;
        canvas.fillRect(axis.getPixelForValue(typical) - 1.25, y - 7.5, 2.5, 15);
      },
    ),
  );
