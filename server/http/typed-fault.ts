import { adminProblems } from '../problem/admin-problems.js';
import { billProblems } from '../problem/bill-problems.js';
import { evidenceProblems } from '../problem/evidence-problems.js';
import { Problem } from '../problem/problem.js';
import { sheetProblems } from '../problem/sheet-problems.js';

/** What was typed was no good: the page with the form says so and keeps the form. */
const inTheForm = new Set<string>([
  'signInFailed',
  'tooOften',
  'busy',
  'noRole',
  'codeWrong',
  'passwordWrong',
  'passwordShort',
  'passwordLong',
  'passwordCommon',
  'passwordsDiffer',
  'businessNumberForm',
  'businessNumberOther',
  'deviceCodeWrong',
  'delegateCodeWrong',
  'delegateName',
  'delegateDays',
  'delegateSections',
  'delegateSubmits',
  'contactDesk',
  'contactWay',
  'commentNeeded',
  'commentText',
  'commentPlace',
  'ownEntry',
  'reviewStep',
  'reviewOutdated',
  'reasonNeeded',
  'loginNameForm',
  'loginNameTaken',
  'accountName',
  'roleUnknown',
  'rolesApart',
  'roleTime',
  'lastAdministrator',
  'establishmentName',
  'establishmentThere',
  'businessNumber',
  'emailForm',
  ...Object.keys(adminProblems),
  ...Object.keys(sheetProblems),
  ...Object.keys(billProblems),
  ...Object.keys(evidenceProblems),
]);

/** Does work with what was typed into a short form; a fault that the same form can mend is handed back, any other is thrown. */
export const orTypedFault = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly fault: null; readonly value: T } | { readonly fault: Problem; readonly value: null }> => {
  try {
    return { fault: null, value: await work() };
  } catch (error) {
    if (error instanceof Problem && inTheForm.has(error.code)) return { fault: error, value: null };
    throw error;
  }
};
