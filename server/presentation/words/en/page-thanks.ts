/** English words of the page after submitting. */
export const thanksWords = {
  thanks: {
    title: 'Thank you: your answers are submitted',
    lead: 'This is what your answers come to. You can correct them and submit again until the survey closes.',
    emissions: 'Greenhouse gas emissions (Scope 1 and 2)',
    energy: 'Energy used',
    before: (year: number, amount: string, change: string) => `${year}: ${amount}${change}`,
    change: (direction: 'more' | 'less', share: string) => ` (now ${share} ${direction})`,
    noYearBefore: (year: number) => `There is no submitted result of ${year} to compare with.`,
    groupTitle: 'Among establishments like yours',
    /** Of a band of the number of workers: "10-49", "300+". */
    group: (industry: string, size: string) => `${industry}, ${size.replace('-', ' to ').replace('+', ' or more')} workers`,
    rank: (group: string, of: string, rank: string, percent: string) =>
      `${group}: of ${of} establishments that have submitted, yours has the ${rank === '1' ? 'lowest' : `no. ${rank} lowest`} emissions per worker (among the lowest ${percent}%).`,
    groupSmall: (group: string, least: number) =>
      `${group}: fewer than ${least} establishments have submitted so far. A rank is shown once there are ${least}, so that nobody can be recognized.`,
    groupUnknown: 'A rank needs the industry and the number of workers, and not both of them are answered.',
    groupAbout:
      'Counted without names, from emissions per worker kept to two digits. Establishments of one group may make different things, so a rank is no judgment.',
    toResult: 'See the whole result',
    toAnswers: 'Back to my answers',
  },
};
