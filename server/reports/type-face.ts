import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition } from 'fontkit';

const require = createRequire(import.meta.url);

/**
 * Tabular figures stand in columns, and Latin letters are kerned. Everything else is left out: it costs a hundred times more, and
 * contextual alternates would replace characters that a reader wants to copy.
 */
const features = {
  tnum: true,
  kern: true,
  calt: false,
  ccmp: false,
  clig: false,
  curs: false,
  liga: false,
  locl: false,
  mark: false,
  mkmk: false,
  rclt: false,
  rlig: false,
};

/** Pairs of Latin letters: the only ones that kerning moves. */
const kerned = /[A-Za-z\u00c0-\u024f]{2}/;

/** More shaped words than this are forgotten at once: a plan has about 2,000. */
const cacheLimit = 20_000;

interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Readonly<GlyphPosition>[];
  /** Thousandths of an em. */
  readonly width: number;
}

/** Digits of gases are drawn as subscripts and still copied as the digits they are, so that a search for "CO2" finds them. */
const gas = /CO2|CH4|N2O/g;
const subscripts: Readonly<Record<string, number>> = { '2': 0x2082, '4': 0x2084 };

/**
 * One font file, parsed once per process. PDFKit is handed an object that shapes through the cache; each shaped run is given out with
 * fresh positions, because PDFKit scales them in place.
 */
export class TypeFace {
  private readonly font: Font;
  private readonly singles = new Map<number, Glyph>();
  private readonly covered = new Map<number, boolean>();
  private readonly shaped = new Map<string, Shaped>();

  constructor(file: string) {
    this.font = create(readFileSync(require.resolve(file)));
  }

  has(codePoint: number): boolean {
    const known = this.covered.get(codePoint) ?? this.font.hasGlyphForCodePoint(codePoint);
    this.covered.set(codePoint, known);
    return known;
  }

  /** Width of a text in ems. */
  width(text: string): number {
    return this.shape(text).width / 1000;
  }

  /** What `registerFont` of PDFKit takes as an already parsed font. */
  forPdfKit(): Font {
    return Object.create(this.font, { layout: { value: (text: string) => this.freshRun(text) } }) as Font;
  }

  private freshRun(text: string) {
    const { glyphs, positions } = this.shape(text);
    const fresh = positions.map((position) => ({ ...position }));
    return {
      glyphs,
      positions: fresh,
      get advanceWidth() {
        return fresh.reduce((sum, position) => sum + position.xAdvance, 0);
      },
    };
  }

  private shape(text: string): Shaped {
    const known = this.shaped.get(text);
    if (known !== undefined) return known;
    const { glyphs, positions } = this.withSubscripts(text, this.runOf(text));
    const units = positions.reduce((sum, position) => sum + position.xAdvance, 0);
    const shaped = { glyphs, positions, width: (units * 1000) / this.font.unitsPerEm };
    if (this.shaped.size >= cacheLimit) this.shaped.clear();
    this.shaped.set(text, shaped);
    return shaped;
  }

  /**
   * A glyph for each character. fontkit keeps on a glyph the characters of whoever asked for it first, in any document, so the
   * characters are put on afresh: what is copied from the PDF must be what was written.
   */
  private runOf(text: string): { glyphs: Glyph[]; positions: GlyphPosition[] } {
    const characters = Array.from(text).map((character) => character.codePointAt(0) ?? 0);
    if (kerned.test(text)) {
      const run = this.font.layout(text, features);
      if (run.glyphs.length === characters.length) {
        const glyphs = run.glyphs.map(({ id, advanceWidth }, at) => ({ id, advanceWidth, codePoints: [characters[at] ?? 0] }));
        return { glyphs, positions: [...run.positions] };
      }
    }
    const glyphs = characters.map((codePoint) => this.singleGlyph(codePoint));
    return { glyphs, positions: glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 })) };
  }

  /** The glyph of a character that stands alone; a digit is tabular. */
  private singleGlyph(codePoint: number): Glyph {
    const known = this.singles.get(codePoint);
    if (known !== undefined) return known;
    const isDigit = codePoint >= 0x30 && codePoint <= 0x39;
    const [tabular] = isDigit ? this.font.layout(String.fromCodePoint(codePoint), features).glyphs : [];
    const { id, advanceWidth } = tabular ?? this.font.glyphForCodePoint(codePoint);
    const glyph = { id, advanceWidth, codePoints: [codePoint] };
    this.singles.set(codePoint, glyph);
    return glyph;
  }

  private withSubscripts(text: string, run: { glyphs: Glyph[]; positions: GlyphPosition[] }) {
    for (const { 0: formula, index } of text.matchAll(gas)) {
      const offset = formula.search(/\d/);
      const subscript = subscripts[formula[offset] ?? ''];
      if (subscript === undefined || !this.has(subscript)) continue;
      const at = Array.from(text.slice(0, index + offset)).length;
      const { id, advanceWidth } = this.singleGlyph(subscript);
      run.glyphs[at] = { id, advanceWidth, codePoints: [formula.codePointAt(offset) ?? 0] };
      run.positions[at] = { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 };
    }
    return run;
  }
}

export type Weight = 'regular' | 'bold';

const files: Readonly<Record<Weight, readonly string[]>> = {
  regular: [
    'pretendard/dist/public/static/alternative/Pretendard-Regular.ttf',
    '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  ],
  bold: [
    'pretendard/dist/public/static/alternative/Pretendard-SemiBold.ttf',
    '@expo-google-fonts/noto-sans-kr/600SemiBold/NotoSansKR_600SemiBold.ttf',
  ],
};

const opened = new Map<string, TypeFace>();

/** A face by the name under which PDFKit knows it; opened at first use, then kept. */
export interface NamedFace {
  readonly name: string;
  readonly face: () => TypeFace;
}

const named = (weight: Weight): readonly NamedFace[] =>
  files[weight].map((file, rank) => ({
    name: `${weight}-${rank}`,
    face: () => {
      const face = opened.get(file) ?? new TypeFace(file);
      opened.set(file, face);
      return face;
    },
  }));

const faces: Readonly<Record<Weight, readonly NamedFace[]>> = { regular: named('regular'), bold: named('bold') };

/** The faces of a weight, in the order in which a character is looked for. */
export const facesOf = (weight: Weight): readonly NamedFace[] => faces[weight];
