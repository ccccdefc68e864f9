import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text with where it stands, in points from the top left corner of its page. */
export interface PdfText {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Structure type it is marked with; "Artifact" for what is no content. */
  readonly tag: string;
}

export interface PdfNode {
  readonly role: string;
  readonly alt: string;
  readonly children: readonly PdfNode[];
}

export interface PdfBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly PdfBookmark[];
}

/** What a PDF holds, read by a reader that had no part in writing it. */
export interface ReadPdf {
  readonly pages: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly language: string;
  readonly title: string;
  readonly isTagged: boolean;
  readonly texts: readonly PdfText[];
  /** One tree for each page. */
  readonly trees: readonly PdfNode[];
  readonly bookmarks: readonly PdfBookmark[];
  /** Glyphs drawn of which the font has no shape. */
  readonly missingGlyphs: number;
  /** Pictures made of pixels. */
  readonly images: number;
}

interface Item {
  readonly type?: string;
  readonly tag?: string;
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

const textsOf = async (page: Page, number: number, height: number): Promise<PdfText[]> => {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open: string[] = [];
  return (items as readonly Item[]).flatMap((item) => {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.tag ?? '');
    else if (item.type === 'endMarkedContent') open.pop();
    if (item.str === undefined || item.str === '') return [];
    const [, , , , x = 0, y = 0] = item.transform ?? [];
    return [{ text: item.str, page: number, x, y: height - y, width: item.width ?? 0, tag: open.find((tag) => tag !== 'Span') ?? '' }];
  });
};

interface RawNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly RawNode[];
}

const nodeOf = (raw: RawNode): PdfNode => ({
  role: raw.role ?? '',
  alt: raw.alt ?? '',
  children: (raw.children ?? []).filter((child) => child.role !== undefined).map(nodeOf),
});

interface RawBookmark {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly RawBookmark[];
}

const bookmarksOf = (document: Document, raw: readonly RawBookmark[]): Promise<PdfBookmark[]> =>
  Promise.all(
    raw.map(async ({ title, dest, items }) => {
      const target = Array.isArray(dest) ? (dest[0] as { num: number; gen: number }) : null;
      const page = target === null ? 0 : (await document.getPageIndex(target)) + 1;
      return { title, page, children: await bookmarksOf(document, items) };
    }),
  );

const countIn = async (page: Page): Promise<{ missing: number; images: number }> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  let missing = 0;
  let images = 0;
  fnArray.forEach((operation, at) => {
    if (pictures.includes(operation)) images += 1;
    if (operation !== OPS.showText) return;
    for (const glyph of argsArray[at][0] as readonly (number | { originalCharCode: number })[]) {
      if (typeof glyph !== 'number' && glyph.originalCharCode === 0) missing += 1;
    }
  });
  return { missing, images };
};

/** Reads a PDF with pdf.js. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const facts = info as { Title?: string; Language?: string };
  const texts: PdfText[] = [];
  const trees: PdfNode[] = [];
  let size = { width: 0, height: 0 };
  let missingGlyphs = 0;
  let images = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    size = { width, height };
    texts.push(...(await textsOf(page, number, height)));
    trees.push(nodeOf((await page.getStructTree()) as RawNode));
    const counts = await countIn(page);
    missingGlyphs += counts.missing;
    images += counts.images;
  }
  const read: ReadPdf = {
    pages: document.numPages,
    size,
    language: facts.Language ?? '',
    title: facts.Title ?? '',
    isTagged: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    texts,
    trees,
    bookmarks: await bookmarksOf(document, ((await document.getOutline()) ?? []) as readonly RawBookmark[]),
    missingGlyphs,
    images,
  };
  await task.destroy();
  return read;
};

/** The running text of a PDF without headers, footers and spaces: where a text begins on one line and ends on the next, it is still found. */
export const contentOf = (pdf: ReadPdf): string =>
  pdf.texts
    .filter((item) => item.tag !== 'Artifact')
    .map((item) => item.text)
    .join('')
    .replace(/\s/gu, '');

/** All nodes of the trees, with their parents before them. */
export const nodesOf = (pdf: ReadPdf): readonly PdfNode[] => {
  const walk = (node: PdfNode): PdfNode[] => [node, ...node.children.flatMap(walk)];
  return pdf.trees.flatMap(walk);
};
