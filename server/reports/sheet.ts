import PDFDocument from 'pdfkit';
import { cleanText } from './clean-text.js';
import { breakLines, type Line } from './line-breaker.js';
import { page, type TextStyle } from './style.js';
import { normalized, runsOf } from './text-run.js';
import { facesOf } from './type-face.js';

export type StructElement = ReturnType<PDFKit.PDFDocument['struct']>;

export interface SheetOptions {
  readonly title: string;
  readonly language: string;
  /** Becomes the creation date of the file, so that the same report made twice is the same bytes. */
  readonly createdAt: Date;
}

export interface StructOptions {
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block';
}

/** Attributes of a structure element that PDFKit writes and its types do not name. */
type WiderStruct = (type: string, options: object) => StructElement;

/** The paper: a tagged PDF under construction. Whatever is drawn stands in a structure element or is marked as an artifact. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: StructElement;
  private readonly missing = new Set<string>();
  /** Lines by style, width and text: a block is measured several times before it is drawn. */
  private readonly broken = new Map<string, readonly Line[]>();

  constructor(options: SheetOptions) {
    this.pdf = new PDFDocument({
      size: [page.width, page.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      lang: options.language === 'ko' ? 'ko-KR' : 'en-US',
      displayTitle: true,
      tagged: true,
      // No default font: PDFKit's own has no Korean and would write garbage without a word.
      font: null as unknown as string,
      info: {
        Title: cleanText(options.title),
        Author: 'Onsil',
        Creator: 'Onsil',
        Producer: 'Onsil (PDFKit)',
        CreationDate: options.createdAt,
      },
    });
    for (const { name, face } of [...facesOf('regular'), ...facesOf('bold')]) {
      // The second face is parsed only if the report uses it; PDFKit asks for the font when it is first set.
      this.registered.set(name, () => face().forPdfKit() as unknown as Buffer);
    }
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  private readonly registered = new Map<string, () => Buffer>();

  /** Characters met so far that no font has, in the order of their code points. */
  get unprintable(): readonly string[] {
    return [...this.missing].sort((a, b) => (a < b ? -1 : 1));
  }

  /** Number of the page being drawn, from 1. */
  get pageNumber(): number {
    const { start, count } = this.pdf.bufferedPageRange();
    return start + count;
  }

  newPage(): void {
    this.pdf.addPage();
  }

  /** Number of pages so far. */
  get pageCount(): number {
    return this.pdf.bufferedPageRange().count;
  }

  /** Draws on a page that was laid out before, such as its page number. */
  onPage(pageNumber: number, draw: () => void): void {
    this.pdf.switchToPage(pageNumber - 1);
    draw();
  }

  /** A new structure element below `parent`. */
  element(parent: StructElement, type: string, options: StructOptions = {}): StructElement {
    const element = (this.pdf.struct as WiderStruct).call(this.pdf, type, options);
    parent.add(element);
    return element;
  }

  /** Draws something as content of a structure element. */
  content(element: StructElement, type: string, draw: () => void): void {
    const content = this.pdf.markStructureContent(type);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Draws something that a screen reader passes over. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Makes an area of the current page a link to a named place; `element` is the Link it belongs to. */
  linkTo(
    element: StructElement,
    target: { readonly destination: string; readonly title: string },
    area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): void {
    const options = { structParent: element, Contents: new String(cleanText(target.title)) };
    this.pdf.goTo(area.x, area.y, area.width, area.height, target.destination, options as object);
    // PDFKit ties the link to the page that is current when the element ends.
    element.end();
  }

  /** Lines of a text at a width in points. */
  lines(text: string, width: number, style: TextStyle): readonly Line[] {
    const key = `${style.weight} ${style.size} ${width} ${text}`;
    const known = this.broken.get(key) ?? breakLines(text, width / style.size, style.weight, (character) => this.missing.add(character));
    this.broken.set(key, known);
    return known;
  }

  /** Takes note of the characters of a text that no font has, before it is drawn. */
  inspect(text: string): void {
    for (const line of normalized(text).split('\n')) runsOf(line, 'regular', (character) => this.missing.add(character));
  }

  /** Width of the one-line text in points. */
  widthOf(text: string, style: TextStyle): number {
    return (this.lines(text, Number.POSITIVE_INFINITY, style)[0]?.width ?? 0) * style.size;
  }

  /** Draws a line with its baseline at `y`. */
  drawLine(line: Line, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const run of line.runs) {
      this.use(run.faceName);
      this.pdf.fontSize(style.size).fillColor(style.color);
      if (run.actual !== undefined) this.pdf.markContent('Span', { actual: run.actual });
      // The width is known: PDFKit need not measure it again.
      this.pdf.text(run.text, at, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        textWidth: run.width * style.size,
        wordCount: 1,
      } as object);
      if (run.actual !== undefined) this.pdf.endMarkedContent();
      at += run.width * style.size;
    }
  }

  /** Baseline of a line whose box begins at `top`: the letters stand in the middle of their leading. */
  baseline(top: number, style: TextStyle): number {
    const capHeight = 0.71;
    return top + style.leading / 2 + (style.size * capHeight) / 2;
  }

  rule(x: number, y: number, width: number, ink: string, thickness: number): void {
    this.pdf
      .lineWidth(thickness)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .strokeColor(ink)
      .stroke();
  }

  /** Ends the document and hands out its bytes. */
  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    this.pdf.end();
    for await (const chunk of this.pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  private use(name: string): void {
    const open = this.registered.get(name);
    if (open !== undefined) {
      this.pdf.registerFont(name, open());
      this.registered.delete(name);
    }
    this.pdf.font(name);
  }
}
