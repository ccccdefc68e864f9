import type { BadgeView, OutcomeView } from '../presentation/plan-pieces.js';
import type { Sheet } from './sheet.js';
import { color, text } from './style.js';

const padding = 4.5;
export const badgeHeight = 12;

interface Look {
  readonly fill: string | null;
  readonly ink: string;
  readonly border: string;
  readonly dash: number | null;
}

/** Strong numbers are dark, weak ones light with a broken border: it reads the same in black and white. */
const looks: Readonly<Record<BadgeView['level'], Look>> = {
  'read-in-original': { fill: color.accent, ink: color.paper, border: color.accent, dash: null },
  'two-copies': { fill: '#d5e8e0', ink: color.ink, border: color.accent, dash: null },
  'read-in-copy': { fill: null, ink: color.ink, border: color.accent, dash: null },
  derived: { fill: null, ink: color.ink, border: color.faint, dash: null },
  recalled: { fill: null, ink: color.muted, border: color.muted, dash: 1.6 },
};

export const badgeWidth = (sheet: Sheet, badge: BadgeView): number => sheet.widthOf(badge.label, text.badge) + 2 * padding;

/** The box of a badge; an artifact, drawn before its label. */
export const drawBadgeBox = (sheet: Sheet, badge: BadgeView, x: number, top: number): void => {
  const look = looks[badge.level];
  const { pdf } = sheet;
  pdf.save();
  pdf.roundedRect(x + 0.4, top + 0.4, badgeWidth(sheet, badge) - 0.8, badgeHeight - 0.8, 3).lineWidth(0.8);
  if (look.dash !== null) pdf.dash(look.dash, { space: look.dash });
  if (look.fill === null) pdf.strokeColor(look.border).stroke();
  else pdf.fillAndStroke(look.fill, look.border);
  pdf.restore();
};

/** The label of a badge, as content. */
export const drawBadgeLabel = (sheet: Sheet, badge: BadgeView, x: number, top: number): void => {
  const style = { ...text.badge, color: looks[badge.level].ink };
  const [line] = sheet.lines(badge.label, Number.POSITIVE_INFINITY, style);
  if (line !== undefined) sheet.drawLine(line, x + padding, sheet.baseline(top + (badgeHeight - style.leading) / 2, style), style);
};

/** "○ 충족" */
export const outcomeText = (outcome: OutcomeView): string => `${outcome.symbol}\u00a0${outcome.label}`;
