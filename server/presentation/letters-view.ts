import { formatDay } from './time-format.js';
import { wordsOf } from './words/words.js';

/** One letter: who gets it, the way in, what to do. */
export interface LetterView {
  readonly from: string;
  readonly to: readonly string[];
  readonly title: string;
  readonly greeting: string;
  readonly linkTitle: string;
  /** The way in, as text and as a QR picture. */
  readonly link: string;
  readonly linkAlt: string;
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly contactTitle: string;
  readonly contact: string;
  readonly noticeTitle: string;
  readonly notice: string;
}

export interface LettersView {
  readonly title: string;
  readonly letters: readonly LetterView[];
}

interface Addressed {
  readonly name: string;
  readonly postcode: string | null;
  readonly address: string | null;
  readonly asksNumber: boolean;
  readonly link: string;
  readonly expiresAt: Date;
}

/** Letters are Korean: they go to Korean factories. */
export const lettersView = (
  addressed: readonly Addressed[],
  about: { readonly survey: string; readonly year: number; readonly sender: string; readonly contact: string },
): LettersView => {
  const words = wordsOf('ko').page.admin.fieldWork.letter;
  return {
    title: words.fileTitle(about.survey),
    letters: addressed.map(({ name, postcode, address, asksNumber, link, expiresAt }) => ({
      from: words.from(about.sender),
      to: [...(address === null ? [] : [address]), words.to(name), ...(postcode === null ? [] : [postcode])],
      title: words.title(about.survey),
      greeting: words.greeting(about.year),
      linkTitle: words.linkTitle,
      link,
      linkAlt: words.linkAlt,
      stepsTitle: words.stepsTitle,
      steps: words.steps(asksNumber, formatDay(expiresAt)),
      contactTitle: words.contactTitle,
      contact: `${about.sender} ${about.contact}`,
      noticeTitle: words.noticeTitle,
      notice: words.notice,
    })),
  };
};
