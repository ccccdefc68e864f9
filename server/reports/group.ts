import type { Block, Place } from './block.js';
import type { Sheet, StructElement } from './sheet.js';
import { contentHeight } from './style.js';

/** Up to this height a group is kept whole: a third of a page. */
const wholeHeight = contentHeight / 3;

/** Blocks that belong together: they stay on one page unless they fill much of one. */
class Group implements Block {
  readonly keepWithNext = false;

  constructor(
    private readonly tag: string,
    private readonly children: readonly Block[],
    readonly spaceBefore: number,
    private readonly shared: { element: StructElement | null } = { element: null },
  ) {}

  height(sheet: Sheet, width: number): number {
    return this.children.reduce((sum, child, at) => sum + (at === 0 ? 0 : child.spaceBefore) + child.height(sheet, width), 0);
  }

  leastHeight(sheet: Sheet, width: number): number {
    const height = this.height(sheet, width);
    return height <= wholeHeight ? height : this.headHeight(sheet, width);
  }

  draw({ sheet, parent, x, y, width }: Place): void {
    this.shared.element ??= sheet.element(parent, this.tag);
    let top = y;
    for (const [at, child] of this.children.entries()) {
      top += at === 0 ? 0 : child.spaceBefore;
      child.draw({ sheet, parent: this.shared.element, x, y: top, width });
      top += child.height(sheet, width);
    }
  }

  /** Cut between its children, or within the one that crosses the edge; never behind a child that must stay with the next. */
  split(sheet: Sheet, width: number, available: number): readonly [Block, Block] | null {
    if (this.height(sheet, width) <= wholeHeight) return null;
    let used = 0;
    let fit = 0;
    for (const [at, child] of this.children.entries()) {
      const height = (at === 0 ? 0 : child.spaceBefore) + child.height(sheet, width);
      if (used + height > available) break;
      used += height;
      fit += 1;
    }
    const next = this.children[fit];
    if (next === undefined) return null;
    const parts = next.split(sheet, width, available - used - (fit === 0 ? 0 : next.spaceBefore));
    if (parts !== null) return this.parts([...this.children.slice(0, fit), parts[0]], [parts[1], ...this.children.slice(fit + 1)]);
    while (fit > 0 && this.children[fit - 1]?.keepWithNext) fit -= 1;
    return fit === 0 ? null : this.parts(this.children.slice(0, fit), this.children.slice(fit));
  }

  private parts(first: readonly Block[], second: readonly Block[]): readonly [Block, Block] {
    const part = (children: readonly Block[]) => new Group(this.tag, children, 0, this.shared);
    return [part(first), part(second)];
  }

  /** Height of the children up to the first that may end a page. */
  private headHeight(sheet: Sheet, width: number): number {
    let sum = 0;
    for (const [at, child] of this.children.entries()) {
      sum += at === 0 ? 0 : child.spaceBefore;
      if (!child.keepWithNext) return sum + child.leastHeight(sheet, width);
      sum += child.height(sheet, width);
    }
    return sum;
  }
}

/** @param tag structure type: Sect, Div … */
export const group = (tag: string, children: readonly Block[], spaceBefore = 0): Block => new Group(tag, children, spaceBefore);
