import type { Language } from './words/words.js';

const partsIn = (at: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Seoul',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );

/** A moment as Seoul's clocks show it, to the second: "2025-03-02 14:05:09 (한국시각)". */
export const formatMoment = (at: Date, language: Language): string => {
  const { year, month, day, hour, minute, second } = partsIn(at);
  return `${year}-${month}-${day} ${hour}:${minute}:${second} ${language === 'en' ? '(Korea time)' : '(한국시각)'}`;
};

/** The day in Seoul, YYYY-MM-DD. */
export const formatDay = (at: Date): string => {
  const { year, month, day } = partsIn(at);
  return `${year}-${month}-${day}`;
};

/** The time of day in Seoul: "14:05". */
export const formatClock = (at: Date): string => {
  const { hour, minute } = partsIn(at);
  return `${hour}:${minute}`;
};
