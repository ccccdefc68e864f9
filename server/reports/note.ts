import { type Block, solid } from './block.js';
import { color, text } from './style.js';

const inset = 12;
const padding = 8;

/** A remark that must not be overlooked: a wash with a bar at its side. */
export const note = (content: string, spaceBefore = 10): Block =>
  solid({
    spaceBefore,
    height: (sheet, width) => sheet.lines(content, width - 2 * inset, text.body).length * text.body.leading + 2 * padding,
    draw: ({ sheet, parent, x, y, width }) => {
      const style = text.body;
      const lines = sheet.lines(content, width - 2 * inset, style);
      const height = lines.length * style.leading + 2 * padding;
      sheet.artifact(() => {
        sheet.pdf.rect(x, y, width, height).fill(color.wash);
        sheet.pdf.rect(x, y, 2.5, height).fill(color.accent);
      });
      sheet.content(sheet.element(parent, 'P'), 'P', () => {
        for (const [at, line] of lines.entries()) {
          sheet.drawLine(line, x + inset, sheet.baseline(y + padding + at * style.leading, style), style);
        }
      });
    },
  });
