import type { BarChartView, SpanChartView } from '../presentation/plan-pieces.js';
import { type Block, solid } from './block.js';
import { chartHeight, drawBars, drawSpans, seriesFill } from './charts.js';
import type { Line } from './line-breaker.js';
import type { Sheet } from './sheet.js';
import { color, text } from './style.js';

const titleHeight = 18;
const legendHeight = 16;
const noteHeight = (sheet: Sheet, view: BarChartView | SpanChartView, width: number): number =>
  view.kind === 'spans' ? sheet.lines(view.note, width, text.small).length * text.small.leading + 2 : legendHeight;

const rowsOf = (view: BarChartView | SpanChartView): number => (view.kind === 'bars' ? view.bars.length : view.spans.length);

const oneLine = (sheet: Sheet, content: string, style: typeof text.small): Line | undefined =>
  sheet.lines(content, Number.POSITIVE_INFINITY, style)[0];

const drawLegend = (sheet: Sheet, view: BarChartView, x: number, y: number): void => {
  let at = x;
  view.series.forEach((label, series) => {
    if (!view.bars.some((bar) => bar.series === series)) return;
    sheet.pdf
      .lineWidth(0.6)
      .rect(at, y + 3, 8, 8)
      .fillAndStroke(seriesFill[series] ?? seriesFill[0], color.ink);
    const line = oneLine(sheet, label, text.small);
    if (line !== undefined) sheet.drawLine(line, at + 12, sheet.baseline(y + 1, text.small), text.small);
    at += 12 + (line?.width ?? 0) * text.small.size + 16;
  });
};

/** A chart as vectors with selectable text, its title above and what it says as alternative text. */
export const figure = (view: BarChartView | SpanChartView, spaceBefore = 14): Block =>
  solid({
    spaceBefore,
    height: (sheet, width) => titleHeight + noteHeight(sheet, view, width) + chartHeight(rowsOf(view)),
    draw: ({ sheet, parent, x, y, width }) => {
      const height = titleHeight + noteHeight(sheet, view, width) + chartHeight(rowsOf(view));
      const title = oneLine(sheet, `${view.title} (${view.unit})`, text.cellStrong);
      const place = { x, y: y + titleHeight + noteHeight(sheet, view, width), width };
      const element = sheet.element(parent, 'Figure', { alt: view.alt, bbox: [x, y, x + width, y + height], placement: 'Block' });
      sheet.content(element, 'Figure', () => {
        if (title !== undefined) sheet.drawLine(title, x, sheet.baseline(y, text.cellStrong), text.cellStrong);
        if (view.kind === 'bars') {
          drawLegend(sheet, view, x, y + titleHeight);
          drawBars(sheet, view, place);
        } else {
          sheet.lines(view.note, width, text.small).forEach((line, at) => {
            sheet.drawLine(line, x, sheet.baseline(y + titleHeight + at * text.small.leading, text.small), text.small);
          });
          drawSpans(sheet, view, place);
        }
      });
    },
  });
