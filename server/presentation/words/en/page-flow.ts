/** English words of the way through the form. */
export const flowWords = {
  flow: {
    step: (section: string, at: number, of: number) => `${section}: step ${at} of ${of}`,
    whole: (answered: number, asked: number) =>
      `Whole form: ${answered} of ${asked} questions answered (${asked === 0 ? 0 : Math.floor((100 * answered) / asked)}%)`,
    before: 'Back',
    toCheck: 'Check your answers',
    allSections: 'All sections',
    wholeSection: 'The whole section on one page',
    onePerPage: 'One question at a time',
    skipOn: 'Correct later, go on',
    notAsked: 'Nothing on this page applies to your establishment, given your earlier answers. You need not fill it in.',
    goOn: 'Go on',
    links: 'Ways through the form',
  },
};
