/** The forms made of one item bank: small establishments, the others, and those that report their energy elsewhere. */
export const forms = ['S', 'M', 'L'] as const;
export type Form = (typeof forms)[number];
