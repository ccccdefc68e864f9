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
    saving: 'Saving …',
    saved: (time: string) => `Saved at ${time}.`,
    notSaved: 'Not saved yet: the site cannot be reached. What you typed stays here and is saved as soon as it can.',
    sessionOver:
      'Not saved yet: your session has ended. What you typed stays here. Come in again in another tab by your invitation or return link, and it is saved.',
    contested: (codes: string) =>
      `Not saved: ${codes} was changed in another window. What you typed stays here. Press “Save and continue” to compare both and choose.`,
    restored: 'What you had typed here and was not saved yet is back in its fields.',
    savedHint: 'What you changed is saved. You can correct this now or later.',
  },
};
