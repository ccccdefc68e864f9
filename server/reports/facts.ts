import { type Block, solid } from './block.js';
import type { Sheet } from './sheet.js';
import { type TextStyle, text } from './style.js';

export interface Fact {
  readonly label: string;
  readonly text: string;
}

const gap = 10;

/** Labelled lines: the label at the side, the text beside it. Each is one paragraph. */
export const facts = (items: readonly Fact[], options: { readonly labelWidth: number; readonly style?: TextStyle }): Block[] => {
  const style = options.style ?? text.cell;
  const label: TextStyle = { ...text.label, leading: style.leading };
  const linesOf = (sheet: Sheet, fact: Fact, width: number) => sheet.lines(fact.text, width - options.labelWidth - gap, style);
  const labelsOf = (sheet: Sheet, fact: Fact) => sheet.lines(fact.label, options.labelWidth, label);
  return items.map((fact) =>
    solid({
      spaceBefore: 3,
      height: (sheet, width) => Math.max(linesOf(sheet, fact, width).length, labelsOf(sheet, fact).length) * style.leading,
      draw: ({ sheet, parent, x, y, width }) => {
        sheet.content(sheet.element(parent, 'P'), 'P', () => {
          for (const [at, line] of labelsOf(sheet, fact).entries()) {
            sheet.drawLine(line, x, sheet.baseline(y + at * style.leading, style), label);
          }
          for (const [at, line] of linesOf(sheet, fact, width).entries()) {
            sheet.drawLine(line, x + options.labelWidth + gap, sheet.baseline(y + at * style.leading, style), style);
          }
        });
      },
    }),
  );
};
