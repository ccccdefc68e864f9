import { fileName, nameText } from '../reports/file-name.js';
import type { EvidenceType } from '../survey/evidence.js';

/** More characters than any page shows of a name. */
const shown = 120;

const extensions: Readonly<Record<EvidenceType, string>> = { 'image/jpeg': 'jpg', 'application/pdf': 'pdf' };
/** Endings that say what a file of ours is, or was before it was made anew. */
const knownEnding = /\.(jpe?g|jfif|png|webp|hei[cf]|pdf)$/i;

const graphemes = (text: string): readonly string[] =>
  [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

/** How a respondent called its file, as it is shown and kept: without a path, whole to read and no longer than a line. */
export const evidenceName = (given: string): string => {
  // A name of megabytes is not taken apart whole; what is kept of it is far shorter.
  const name = nameText(
    given
      .slice(-4 * shown)
      .split(/[/\\]/)
      .at(-1) ?? '',
  );
  const characters = graphemes(name);
  if (characters.length <= shown) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return `${characters.slice(0, shown - 1 - ending.length).join('')}…${ending}`;
};

/** What a copy is called when it is downloaded: by what it is, whatever the respondent called it. */
export const evidenceFileName = ({ name, type }: { readonly name: string; readonly type: EvidenceType }): string =>
  fileName([name.replace(knownEnding, '')], extensions[type]);
