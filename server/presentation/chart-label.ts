/** Places a label may be broken at: behind a space or a middle dot, and before an opening bracket. */
const breakPlaces = /(?<=[ ·/])|(?=\()/;

/**
 * A label of a chart in lines of at most `most` characters: broken where a reader would, and within a word only when the word alone is
 * longer. Nothing of it is left out.
 */
export const wrapLabel = (label: string, most: number): readonly string[] => {
  const lines: string[] = [];
  const pieces = label.split(breakPlaces).flatMap((piece) => piece.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? []);
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && Array.from(`${last}${piece}`.trimEnd()).length <= most) lines[lines.length - 1] = `${last}${piece}`;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};
