import { encode } from 'uqr';
import { type Block, solid } from './block.js';
import { color } from './style.js';

/** Modules of white around the code, without which cameras do not find it. */
const quiet = 4;

/** A text as a QR picture of vectors. @param side in points, the white around it included */
export const qrFigure = (content: string, alt: string, side: number, spaceBefore = 8): Block =>
  solid({
    spaceBefore,
    height: () => side,
    draw: ({ sheet, parent, x, y }) => {
      const { data, size } = encode(content, { ecc: 'M', border: 0 });
      const unit = side / (size + 2 * quiet);
      const element = sheet.element(parent, 'Figure', { alt, bbox: [x, y, x + side, y + side], placement: 'Block' });
      sheet.content(element, 'Figure', () => {
        data.forEach((row, at) => {
          // Neighbours are one rectangle: no hairline of white between them when it is printed.
          for (let from = 0; from < size; from += 1) {
            if (row[from] !== true) continue;
            let to = from;
            while (row[to] === true) to += 1;
            sheet.pdf.rect(x + (quiet + from) * unit, y + (quiet + at) * unit, (to - from) * unit, unit);
            from = to;
          }
        });
        sheet.pdf.fill(color.ink);
      });
    },
  });
