/** English words of what is known beside the answers: last year's, where an answer came from, and what was corrected. */
export const knownWords = {
  known: {
    earlier: (year: number, answer: string) => `${year}: ${answer}`,
    rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
    origins: {
      carried: 'Carried forward from last year’s answers',
      register: 'Filled in from the register',
      energyReport: 'Filled in from the energy use report',
      import: 'Read from your file',
    },
    unconfirmed: 'Not confirmed yet: correct it if it has changed. Saving this page confirms it.',
    confirmed: 'confirmed',
    check: {
      title: (count: number) =>
        count === 1 ? '1 answer that was filled in has not been confirmed' : `${count} answers that were filled in have not been confirmed`,
      hint: 'They come from last year, the register or a report. You may submit them as they are; it is then on record that nobody confirmed them.',
      confirm: 'All of them are right',
    },
    correction: (raw: string, accepted: string, who: string, when: string) => `Corrected from “${raw}” to “${accepted}” (${who}, ${when})`,
    suggested: (suggested: string) => `suggested “${suggested}”`,
    empty: '(blank)',
    bySelf: 'respondent',
    byStaff: 'survey staff',
    report: {
      title: 'Fill in from the energy use report',
      lead: 'Establishments of 2,000 toe a year and more report their energy use in January. The amounts of that report can be filled in from a file.',
      templateTitle: '1. Get the file to fill in',
      templateLead:
        'One line for each source of energy: its unit, and the four quarters or the year. A file of your own with these columns will do.',
      template: 'Empty report (CSV)',
      fileTitle: '2. Choose the file',
      file: 'CSV or XLSX file',
      check: 'See what it fills in',
      closed: 'This round is closed. Answers can be read and no longer changed.',
      rulesTitle: 'How it is read',
      rules: [
        'Quarters are added up to the year. Where both are given, they may differ by 1 % at the most.',
        'Nothing is stored before you have seen it. What is filled in stays marked until you confirm it.',
        'Sources that the form does not ask about are named and left to you.',
        'UTF-8 and CP949 (Korean Excel) are both read. The file itself is not kept.',
      ],
      saved: (count: number) =>
        `${count} ${count === 1 ? 'answer was' : 'answers were'} filled in. They are marked until you confirm them.`,
      unchanged: 'Nothing was changed: the answers already say so.',
      link: 'Fill in from the energy use report (2,000 toe and more)',
    },
  },
};
