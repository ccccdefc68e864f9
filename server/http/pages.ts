import { answerDownloadRoutes } from './answer-downloads.js';
import { billRoutes } from './bills.js';
import { commentRoutes } from './comments.js';
import { delegationRoutes } from './delegations.js';
import { deviceRoutes } from './devices.js';
import { energyReportRoutes } from './energy-report.js';
import { evidenceRoutes } from './evidence.js';
import { factorRoutes } from './factors.js';
import { formRoutes } from './forms.js';
import { historyRoutes } from './history.js';
import { homeRoutes } from './home.js';
import { kEsgRoutes } from './k-esg.js';
import { planDownloadRoutes } from './plan-download.js';
import { privacyRoutes } from './privacy.js';
import { resultRoutes } from './results.js';
import type { Routes } from './route.js';
import { sheetRoutes } from './sheets.js';
import { submissionRoutes } from './submissions.js';

/** Every page of the site but those of getting in. */
export const pageRoutes = (route: Routes): void => {
  homeRoutes(route);
  formRoutes(route);
  sheetRoutes(route);
  billRoutes(route);
  evidenceRoutes(route);
  submissionRoutes(route);
  energyReportRoutes(route);
  resultRoutes(route);
  planDownloadRoutes(route);
  historyRoutes(route);
  answerDownloadRoutes(route);
  commentRoutes(route);
  delegationRoutes(route);
  deviceRoutes(route);
  kEsgRoutes(route);
  factorRoutes(route);
  privacyRoutes(route);
};
