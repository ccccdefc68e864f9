const DAY = 86_400_000;

/** Milliseconds of a calendar date and time as if in UTC; months, days and the rest may be out of range and carry over. */
export const utcTime = (year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() + hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond;
};

/** 1 is Sunday. */
export const dayOfWeek = (date: Date): number => date.getUTCDay() + 1;

/** 1 is Monday. */
export const isoDayOfWeek = (date: Date): number => date.getUTCDay() || 7;

export const dayOfYear = (date: Date): number => Math.floor((date.getTime() - utcTime(date.getUTCFullYear())) / DAY) + 1;

/** Weeks begin on Sundays; the days before the year's first Sunday are week 0. */
export const weekOfYear = (date: Date): number => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7);

/** The week of ISO 8601: it belongs to the year that holds its Thursday. */
export const isoWeek = (date: Date): { year: number; week: number } => {
  const thursday = new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
};

/** Monday of week 1 of an ISO year. */
export const isoYearStart = (year: number): number => {
  const fourth = new Date(utcTime(year, 1, 4));
  return fourth.getTime() - (isoDayOfWeek(fourth) - 1) * DAY;
};

export const daysInMonth = (year: number, month: number): number => new Date(utcTime(year, month + 1, 0)).getUTCDate();

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
