import type { Sheet, StructElement } from './sheet.js';
import { contentHeight, contentWidth, page } from './style.js';

/** Where a block is drawn. */
export interface Place {
  readonly sheet: Sheet;
  readonly parent: StructElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Something that takes a width and has a height: what a page is built of. All lengths in points. */
export interface Block {
  readonly spaceBefore: number;
  /** A heading must not be the last thing on a page. */
  readonly keepWithNext: boolean;
  height(sheet: Sheet, width: number): number;
  /** The least of it that may stand at the foot of a page. */
  leastHeight(sheet: Sheet, width: number): number;
  draw(place: Place): void;
  /** Cuts it so that the first part fits into `available`; null when it cannot be cut there. */
  split(sheet: Sheet, width: number, available: number): readonly [Block, Block] | null;
}

/** A block that is never cut. */
export const solid = (block: Pick<Block, 'height' | 'draw'> & Partial<Block>): Block => ({
  spaceBefore: 0,
  keepWithNext: false,
  leastHeight: (sheet, width) => block.height(sheet, width),
  split: () => null,
  ...block,
});

/** The y of the next block, and the page it is on. */
export interface Cursor {
  y: number;
}

const bottom = page.height - page.bottom;

const turnPage = (sheet: Sheet, cursor: Cursor): void => {
  sheet.newPage();
  cursor.y = page.top;
};

/** Height that must be free for a block: its own, and that of what it must not be parted from. */
const needed = (sheet: Sheet, blocks: readonly Block[], at: number): number => {
  let sum = 0;
  for (let index = at; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    sum += index === at ? 0 : block.spaceBefore;
    if (!block.keepWithNext) return sum + block.leastHeight(sheet, contentWidth);
    sum += block.height(sheet, contentWidth);
  }
  return sum;
};

const place = (sheet: Sheet, parent: StructElement, block: Block, cursor: Cursor): void => {
  let rest = block;
  while (cursor.y + rest.height(sheet, contentWidth) > bottom) {
    const parts = rest.split(sheet, contentWidth, bottom - cursor.y);
    if (parts === null && cursor.y <= page.top) break; // taller than a page and cannot be cut: it is drawn as it is
    if (parts !== null) {
      parts[0].draw({ sheet, parent, x: page.left, y: cursor.y, width: contentWidth });
      rest = parts[1];
    }
    turnPage(sheet, cursor);
  }
  rest.draw({ sheet, parent, x: page.left, y: cursor.y, width: contentWidth });
  cursor.y += rest.height(sheet, contentWidth);
};

/** Lays blocks one below the other, turning the page where the next does not fit. */
export const flow = (sheet: Sheet, parent: StructElement, blocks: readonly Block[], cursor: Cursor): void => {
  blocks.forEach((block, at) => {
    const before = cursor.y > page.top ? block.spaceBefore : 0;
    const need = Math.min(needed(sheet, blocks, at), contentHeight);
    if (cursor.y + before + need > bottom && cursor.y > page.top) turnPage(sheet, cursor);
    else cursor.y += before;
    place(sheet, parent, block, cursor);
  });
};

/** Starts a new page and returns a cursor at its top. */
export const openPage = (sheet: Sheet): Cursor => {
  sheet.newPage();
  return { y: page.top };
};
