import type { BadgeView } from '../presentation/plan-pieces.js';
import { badgeHeight, badgeWidth, drawBadgeBox, drawBadgeLabel } from './badge.js';
import { type Block, solid } from './block.js';
import type { Marks } from './heading.js';
import type { Sheet } from './sheet.js';
import { color, text } from './style.js';

export interface TitleRow {
  readonly title: string;
  /** A quieter line below. */
  readonly sub: string;
  /** Text at the right, before the badge. */
  readonly aside: string;
  readonly badge: BadgeView | null;
}

const top = 7;
const gap = 6;

/** The head of an entry: a heading below a rule, with its outcome and its badge at the right. */
export const titleRow = (row: TitleRow, marks: Marks): Block => {
  const asideGap = row.badge === null ? 0 : gap;
  const asideWidth = (sheet: Sheet) =>
    (row.badge === null ? 0 : badgeWidth(sheet, row.badge)) + (row.aside === '' ? 0 : sheet.widthOf(row.aside, text.cellStrong) + asideGap);
  const lines = (sheet: Sheet, width: number) => sheet.lines(row.title, width - asideWidth(sheet) - 2 * gap, text.heading3);
  const subs = (sheet: Sheet, width: number) => (row.sub === '' ? [] : sheet.lines(row.sub, width, text.small));
  return solid({
    spaceBefore: 18,
    keepWithNext: true,
    height: (sheet, width) => top + lines(sheet, width).length * text.heading3.leading + subs(sheet, width).length * text.small.leading,
    draw: ({ sheet, parent, x, y, width }) => {
      const first = y + top;
      const badgeTop = first + (text.heading3.leading - badgeHeight) / 2;
      const badgeLeft = row.badge === null ? x + width : x + width - badgeWidth(sheet, row.badge);
      sheet.artifact(() => {
        sheet.rule(x, y, width, color.strongRule, 0.9);
        if (row.badge !== null) drawBadgeBox(sheet, row.badge, badgeLeft, badgeTop);
      });
      marks.add(sheet, row.title, 3, y);
      sheet.content(sheet.element(parent, 'H3'), 'H3', () => {
        for (const [at, line] of lines(sheet, width).entries()) {
          sheet.drawLine(line, x, sheet.baseline(first + at * text.heading3.leading, text.heading3), text.heading3);
        }
      });
      if (row.aside !== '' || row.badge !== null) {
        sheet.content(sheet.element(parent, 'P'), 'P', () => {
          const style = text.cellStrong;
          const [line] = sheet.lines(row.aside, Number.POSITIVE_INFINITY, style);
          if (line !== undefined)
            sheet.drawLine(
              line,
              badgeLeft - asideGap - line.width * style.size,
              sheet.baseline(badgeTop, { ...style, leading: badgeHeight }),
              style,
            );
          if (row.badge !== null) drawBadgeLabel(sheet, row.badge, badgeLeft, badgeTop);
        });
      }
      const subTop = first + lines(sheet, width).length * text.heading3.leading;
      if (subs(sheet, width).length === 0) return;
      sheet.content(sheet.element(parent, 'P'), 'P', () => {
        for (const [at, line] of subs(sheet, width).entries()) {
          sheet.drawLine(line, x, sheet.baseline(subTop + at * text.small.leading, text.small), text.small);
        }
      });
    },
  });
};
