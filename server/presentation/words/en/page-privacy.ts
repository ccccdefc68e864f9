import type { Use } from '../../../survey/uses.js';

export interface UseWords {
  readonly title: string;
  readonly what: string;
  /** What happens to the data when the consent is taken back. */
  readonly withdrawn: string;
}

const uses: Readonly<Record<Use, UseWords>> = {
  statistics: {
    title: 'Statistics',
    what: 'The answers are added up with those of others. No figure is released that would show a single establishment (Statistics Act, art. 33).',
    withdrawn: 'This cannot be taken back here: the survey is made under the law.',
  },
  ownReport: {
    title: 'Report of our own establishment',
    what: 'The inventory of greenhouse gases and the transition plan are made from the answers and shown to you alone.',
    withdrawn:
      'From then on neither the result page nor the plan is shown. What you answered stays as it is; files you have downloaded are yours.',
  },
  programMatching: {
    title: 'Finding support programs',
    what: 'The plan names support programs that fit your establishment, and officers of these programs may look whether it does.',
    withdrawn:
      'From then on the plan names no programs, and officers of programs do not find your establishment. What they were shown before was written down and cannot be taken out of their memory.',
  },
  ministrySharing: {
    title: 'Sharing with the other ministry',
    what: 'The ministry that runs support programs sees the answers, without the name of who answered and how to reach them.',
    withdrawn:
      'From then on nothing more is shared. What was handed over before is listed in the audit log; the ministry in charge asks for its removal.',
  },
};

/** English words of the page on one's own data. */
export const privacyWords = {
  privacy: {
    link: 'My data and consents',
    title: 'My data and consents',
    lead: 'What your answers are used for is yours to say, for each use by itself. Taking a consent back has no disadvantage.',
    uses,
    allowed: 'agreed',
    notAllowed: 'not agreed',
    withdrawnTitle: 'If it is taken back:',
    withdraw: 'Take back',
    give: 'To agree, tick the box in the first section of the survey and save.',
    toForm: 'Go to the consents of the survey',
    done: 'Taken back. It holds from now on.',
    noResponses: 'You have not begun to answer yet.',
    keptTitle: 'What is kept, for how long, and why',
    keptLead: 'To have something erased, write to the office named in your letter, with your business registration number.',
    columns: { holds: 'What', months: 'Kept for', onRequest: 'On request', basis: 'Why' },
    months: (months: number | null, from: 'roundClosed' | 'expired' | 'written'): string => {
      if (months === null) return 'as long as the statistics';
      if (months === 0) return 'until it ends';
      return `${months} months ${{ roundClosed: 'after the survey closed', expired: 'after it ended', written: 'after it was written' }[from]}`;
    },
    onRequest: { erased: 'erased', kept: 'kept' },
    recalled: '(article to be confirmed)',
  },
};
