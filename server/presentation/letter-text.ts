import type { LetterView } from './letters-view.js';

/** A letter as a message of plain text. */
export const letterText = (letter: LetterView): { readonly subject: string; readonly text: string } => ({
  subject: letter.title,
  text: [
    letter.greeting,
    '',
    `${letter.linkTitle}: ${letter.link}`,
    '',
    letter.stepsTitle,
    ...letter.steps.map((step, at) => `${at + 1}. ${step}`),
    '',
    `${letter.contactTitle}: ${letter.contact}`,
    '',
    letter.noticeTitle,
    letter.notice,
    '',
  ].join('\n'),
});
