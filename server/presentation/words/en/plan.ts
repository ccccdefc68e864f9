/** English words of the transition plan, in PDF and on its page. */
export const planWords = {};
