import { type Block, solid } from './block.js';
import type { Sheet, StructElement } from './sheet.js';
import type { TextStyle } from './style.js';

const indent = 14;

/** A list of sentences, each with its label ("•", "[3]"). Items are not cut. */
export const list = (
  items: readonly { readonly label: string; readonly text: string }[],
  style: TextStyle,
  options: { readonly indent?: number; readonly spaceBefore?: number } = {},
): Block[] => {
  const shared: { list: StructElement | null } = { list: null };
  const inset = options.indent ?? indent;
  const lines = (sheet: Sheet, text: string, width: number) => sheet.lines(text, width - inset, style);
  return items.map((item, index) =>
    solid({
      spaceBefore: index === 0 ? (options.spaceBefore ?? 4) : 3,
      height: (sheet, width) => lines(sheet, item.text, width).length * style.leading,
      draw: ({ sheet, parent, x, y, width }) => {
        shared.list ??= sheet.element(parent, 'L');
        const entry = sheet.element(shared.list, 'LI');
        const [label] = sheet.lines(item.label, inset, style);
        sheet.content(sheet.element(entry, 'Lbl'), 'Lbl', () => {
          if (label !== undefined) sheet.drawLine(label, x, sheet.baseline(y, style), style);
        });
        sheet.content(sheet.element(entry, 'LBody'), 'LBody', () => {
          lines(sheet, item.text, width).forEach((line, at) => {
            sheet.drawLine(line, x + inset, sheet.baseline(y + at * style.leading, style), style);
          });
        });
      },
    }),
  );
};

/** A list with dots. */
export const bulletList = (items: readonly string[], style: TextStyle): Block[] =>
  list(
    items.map((text) => ({ label: '•', text })),
    style,
    { indent: 11 },
  );
