import type { Sheet } from './sheet.js';
import type { TextStyle } from './style.js';

type Baseline = 'top' | 'middle' | 'alphabetic' | 'bottom' | 'hanging' | 'ideographic';
type Align = 'left' | 'right' | 'center' | 'start' | 'end';

interface State {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: Align;
  textBaseline: Baseline;
}

/** "bold 9px Pretendard" -> its size and weight. */
const styleOf = (font: string, ink: string): TextStyle => {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 9);
  return { weight: /bold|[6-9]00/.test(font) ? 'bold' : 'regular', size, leading: size * 1.2, color: ink };
};

/** Share of the font size from the given baseline down to the alphabetic one. */
const baselineShift: Readonly<Record<Baseline, number>> = {
  top: 0.78,
  hanging: 0.78,
  middle: 0.36,
  alphabetic: 0,
  ideographic: -0.2,
  bottom: -0.22,
};

/** A point of a path before it is drawn: PDFKit draws as it is told, a canvas only when `fill` or `stroke` is called. */
type Step = (pdf: PDFKit.PDFDocument) => void;

/** The part of CanvasRenderingContext2D that Chart.js draws bar charts with, drawing vectors and text into a PDF. */
export class ChartCanvas {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  font = '9px sans-serif';
  textAlign: Align = 'left';
  textBaseline: Baseline = 'alphabetic';
  /** Set by Chart.js and of no use here: charts of a report have no shadow, no dashed and no translucent line. */
  globalAlpha = 1;
  globalCompositeOperation = 'source-over';
  lineCap = 'butt';
  lineJoin = 'miter';
  lineDashOffset = 0;
  direction = 'ltr';
  /** What Chart.js takes for the element of a page: it asks it for its context. */
  readonly canvas: { width: number; height: number; style: Record<string, string>; getContext: () => ChartCanvas };
  private readonly kept: State[] = [];
  private path: Step[] = [];

  constructor(
    private readonly sheet: Sheet,
    width: number,
    height: number,
  ) {
    this.canvas = { width, height, style: {}, getContext: () => this };
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline } = this;
    this.kept.push({ fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline });
    this.sheet.pdf.save();
  }

  restore(): void {
    const state = this.kept.pop();
    if (state === undefined) return;
    Object.assign(this, state);
    this.sheet.pdf.restore();
  }

  translate(x: number, y: number): void {
    this.sheet.pdf.translate(x, y);
  }

  rotate(angle: number): void {
    this.sheet.pdf.rotate((angle * 180) / Math.PI);
  }

  scale(x: number, y: number): void {
    this.sheet.pdf.scale(x, y);
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.path.push((pdf) => pdf.moveTo(x, y));
  }

  lineTo(x: number, y: number): void {
    this.path.push((pdf) => pdf.lineTo(x, y));
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.push((pdf) => pdf.rect(x, y, width, height));
  }

  closePath(): void {
    this.path.push((pdf) => pdf.closePath());
  }

  fill(): void {
    if (this.isDrawn(this.fillStyle)) this.trace().fill(this.fillStyle);
  }

  stroke(): void {
    if (this.isDrawn(this.strokeStyle) && this.lineWidth > 0) this.trace().lineWidth(this.lineWidth).stroke(this.strokeStyle);
  }

  clip(): void {
    this.trace().clip();
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (this.isDrawn(this.fillStyle)) this.sheet.pdf.rect(x, y, width, height).fill(this.fillStyle);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    if (this.isDrawn(this.strokeStyle)) this.sheet.pdf.rect(x, y, width, height).lineWidth(this.lineWidth).stroke(this.strokeStyle);
  }

  /** Paper is clear to begin with: the reset that Chart.js wraps around its clearing changes nothing. */
  clearRect(): void {}
  resetTransform(): void {}

  setLineDash(segments: readonly number[]): void {
    if (segments.length > 0) throw new Error('The charts of a report have no dashed lines');
  }

  /** Chart.js sets the pixel ratio of a screen with it; on paper that is 1. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    if (a !== 1 || b !== 0 || c !== 0 || d !== 1 || e !== 0 || f !== 0)
      throw new Error('A chart of a report stands at its own place on the page');
  }

  measureText(text: string): { width: number } {
    return { width: this.sheet.widthOf(text, styleOf(this.font, this.fillStyle)) };
  }

  fillText(text: string, x: number, y: number): void {
    const style = styleOf(this.font, this.fillStyle);
    const [line] = this.sheet.lines(text, Number.POSITIVE_INFINITY, style);
    if (line === undefined) return;
    const width = line.width * style.size;
    const left = { left: x, start: x, right: x - width, end: x - width, center: x - width / 2 }[this.textAlign];
    this.sheet.drawLine(line, left, y + baselineShift[this.textBaseline] * style.size, style);
  }

  private trace(): PDFKit.PDFDocument {
    const { pdf } = this.sheet;
    for (const step of this.path) step(pdf);
    return pdf;
  }

  private isDrawn(ink: string): boolean {
    return ink !== 'transparent' && !/^rgba\(.*, ?0\)$/.test(ink);
  }
}
