import { accountWords } from './page-account.js';
import { accountsWords } from './page-accounts.js';
import { adminWords } from './page-admin.js';
import { billWords } from './page-bills.js';
import { copyWords } from './page-copy.js';
import { evidenceWords } from './page-evidence.js';
import { fieldWorkWords } from './page-field-work.js';
import { flowWords } from './page-flow.js';
import { formWords } from './page-form.js';
import { kEsgWords } from './page-k-esg.js';
import { knownWords } from './page-known.js';
import { libraryWords } from './page-library.js';
import { privacyWords } from './page-privacy.js';
import { registerWords } from './page-register.js';
import { resultWords } from './page-result.js';
import { reviewWords } from './page-review.js';
import { sheetWords } from './page-sheet.js';
import { siteWords } from './page-site.js';
import { thanksWords } from './page-thanks.js';
import { traceWords } from './page-trace.js';
import { uncertaintyWords } from './page-uncertainty.js';

/** Korean words of the pages. */
export const pageWords = {
  ...siteWords,
  ...accountWords,
  admin: { ...adminWords, register: registerWords, accounts: accountsWords, fieldWork: fieldWorkWords },
  ...formWords,
  ...evidenceWords,
  ...knownWords,
  ...sheetWords,
  ...billWords,
  ...flowWords,
  ...privacyWords,
  ...resultWords,
  ...reviewWords,
  ...copyWords,
  ...kEsgWords,
  ...libraryWords,
  ...thanksWords,
  ...traceWords,
  ...uncertaintyWords,
};
