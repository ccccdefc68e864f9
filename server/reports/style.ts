import type { Weight } from './type-face.js';

/** Colors of the reports. Each keeps its meaning in black and white: by lightness, and by shape beside it. */
export const color = {
  ink: '#1a2329',
  muted: '#56626b',
  faint: '#8a959d',
  rule: '#cdd5da',
  strongRule: '#1a2329',
  wash: '#f2f6f4',
  accent: '#0b5b45',
  accentSoft: '#8fbfae',
  paper: '#ffffff',
} as const;

/** How a text is set; sizes and leading in points. */
export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

const style = (weight: Weight, size: number, leading: number, ink: string = color.ink): TextStyle => ({
  weight,
  size,
  leading,
  color: ink,
});

export const text = {
  title: style('bold', 27, 36),
  coverName: style('bold', 15, 22, color.accent),
  eyebrow: style('bold', 9, 13, color.accent),
  heading1: style('bold', 17, 24),
  heading2: style('bold', 12, 18),
  heading3: style('bold', 10.5, 16),
  body: style('regular', 9.5, 15.5),
  strong: style('bold', 9.5, 15.5),
  lead: style('regular', 9.5, 15.5, color.muted),
  small: style('regular', 8, 12.5, color.muted),
  label: style('bold', 8, 12.5, color.muted),
  cell: style('regular', 8.5, 12.5),
  cellStrong: style('bold', 8.5, 12.5),
  cellHead: style('bold', 8, 12, color.muted),
  cellSub: style('regular', 7.5, 11, color.muted),
  keyFigure: style('bold', 15, 20),
  badge: style('bold', 7, 10),
  running: style('regular', 7.5, 10, color.muted),
} as const;

/** A4, in points. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 56,
  right: 56,
  top: 70,
  bottom: 64,
} as const;

export const contentWidth = page.width - page.left - page.right;
export const contentHeight = page.height - page.top - page.bottom;
