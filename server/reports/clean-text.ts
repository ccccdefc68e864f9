/** Marks that turn the direction in which what follows is read: with them a text can look like another. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Controls but the ends of lines and the tab. */
const controls = /[^\P{Cc}\t\n\r]/gu;

/**
 * A text of a user as it may stand in a document that others open: in normal form, without marks of direction, a control as the sign for
 * what cannot be shown. What reads the text of the document, or its title, gets nothing that it could take for more than text.
 */
export const cleanText = (text: string): string => text.replace(turning, '').replace(controls, '\ufffd').normalize('NFC');
