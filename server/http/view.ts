import { join } from 'node:path';
import type { AccountPage } from '../presentation/account-page.js';
import type { AdminPage } from '../presentation/admin-page.js';
import type { AnswersPage } from '../presentation/answers-page.js';
import type { CheckPage } from '../presentation/check-page.js';
import type { CommentsPage, PageComments } from '../presentation/comments-page.js';
import type { ConflictPage } from '../presentation/conflict-page.js';
import type { ContinuePage } from '../presentation/devices-page.js';
import type { EntryFormPage } from '../presentation/entry-form.js';
import type { EstablishmentPage, EstablishmentsPage } from '../presentation/establishments-page.js';
import type { EvidenceItemPage } from '../presentation/evidence-item-page.js';
import type { EvidencePage } from '../presentation/evidence-page.js';
import type { FactorListPage } from '../presentation/factor-list-page.js';
import type { FactorPage } from '../presentation/factor-page.js';
import type { HandOverPage } from '../presentation/hand-over-page.js';
import type { HelpPage } from '../presentation/help-page.js';
import type { HistoryPage } from '../presentation/history-page.js';
import type { KEsgPage } from '../presentation/k-esg-page.js';
import type { LinePage } from '../presentation/line-page.js';
import type { MoreLinks } from '../presentation/more-links.js';
import type { PrivacyPage } from '../presentation/privacy-page.js';
import type { ResultPage } from '../presentation/result-page.js';
import type { ReviewPage } from '../presentation/review-page.js';
import type { EstablishmentName, SectionPage } from '../presentation/section-page.js';
import type { RespondentPage } from '../presentation/sheet-page.js';
import { type SessionTimes, shell } from '../presentation/shell.js';
import type { DonePage, EnrolPage, RecoveryPage } from '../presentation/sign-in-pages.js';
import { type HomePage, invitationPage, problemPage, type RoundsPage, returnLinkPage } from '../presentation/site-pages.js';
import type { SourceListPage, SourcePage } from '../presentation/source-pages.js';
import type { TaskListPage } from '../presentation/task-list.js';
import type { ThanksPage } from '../presentation/thanks-page.js';
import type { TotalPage } from '../presentation/total-page.js';
import type { Language } from '../presentation/words/words.js';
import type { WorkPage } from '../presentation/work-page.js';
import { repositoryRoot } from '../root.js';
import { readAssetPaths } from './assets.js';
import type { Principal } from './principal.js';
import type { InvitationPage, ProblemPage } from './problem-page.js';
import { openTemplates } from './template-engine.js';
import type { Transport } from './transport.js';

export { assetFolders, preferCompressed } from './assets.js';

/** The views there are, and what each is made from. */
export interface Views {
  home: HomePage;
  invitation: InvitationPage;
  returnLink: { readonly link: string; readonly expiresAt: Date };
  problem: ProblemPage;
  rounds: RoundsPage;
  tasks: TaskListPage & { readonly more: MoreLinks };
  section: SectionPage & { readonly comments: PageComments | null };
  evidence: EvidencePage;
  evidenceItem: EvidenceItemPage;
  check: CheckPage;
  conflict: ConflictPage;
  result: ResultPage;
  thanks: ThanksPage;
  kEsg: KEsgPage;
  privacy: PrivacyPage;
  entryForm: EntryFormPage;
  enrol: EnrolPage;
  recovery: RecoveryPage;
  done: DonePage;
  account: AccountPage;
  admin: AdminPage;
  respondent: RespondentPage;
  work: WorkPage;
  establishments: EstablishmentsPage;
  establishment: EstablishmentPage;
  answers: AnswersPage;
  history: HistoryPage;
  review: ReviewPage;
  comments: CommentsPage;
  handOver: HandOverPage;
  continue: ContinuePage;
  help: HelpPage;
  line: LinePage;
  total: TotalPage;
  factors: FactorListPage;
  factor: FactorPage;
  sources: SourceListPage;
  source: SourcePage;
}

/** What the frame of a page needs to know of the request. */
export interface PageContext {
  readonly language: Language;
  readonly principal: Principal;
  /** Path and query. */
  readonly path: string;
  readonly requestId: string;
  readonly transport: Transport;
  /** How long the session lasts from here on; null: there is none. */
  readonly session: SessionTimes | null;
}

/** A page's model, with what the frame takes from it. */
interface Titled {
  readonly title: string;
  readonly establishment?: EstablishmentName;
}

const same = <Model extends Titled>(model: Model): Model => model;

/** Views that hand over facts are worded here; the others come worded from the presentation. */
const worded: { readonly [Name in keyof Views]: (model: Views[Name], language: Language) => Titled } = {
  home: same,
  invitation: invitationPage,
  returnLink: ({ link, expiresAt }, language) => returnLinkPage(link, expiresAt, language),
  problem: problemPage,
  rounds: same,
  tasks: same,
  section: same,
  evidence: same,
  evidenceItem: same,
  check: same,
  conflict: same,
  result: same,
  thanks: same,
  kEsg: same,
  privacy: same,
  entryForm: same,
  enrol: same,
  recovery: same,
  done: same,
  account: same,
  admin: same,
  respondent: same,
  work: same,
  establishments: same,
  establishment: same,
  answers: same,
  history: same,
  review: same,
  comments: same,
  handOver: same,
  continue: same,
  help: same,
  line: same,
  total: same,
  factors: same,
  factor: same,
  sources: same,
  source: same,
};

const scripts: Partial<Record<keyof Views, string>> = { section: 'survey.js', result: 'result.js' };

const print = openTemplates(join(repositoryRoot, 'views'));
const asset = readAssetPaths();

/** Renders a page: its model in its template, in the frame of the site. */
export const render = <Name extends keyof Views>(name: Name, model: Views[Name], page: PageContext): string => {
  const view = worded[name](model, page.language);
  const script = scripts[name];
  return print(name, {
    ...view,
    shell: shell({
      language: page.language,
      title: view.title,
      path: name === 'problem' ? '/' : page.path,
      viewer: page.principal.role,
      session: page.session,
      establishment: view.establishment ?? null,
      isSafe: page.transport.isSafe,
      savesForm: name === 'section' ? 'form' : null,
      assets: {
        styles: asset('site.css'),
        icon: asset('favicon.svg'),
        scripts: [...(script === undefined ? [] : [script]), ...(page.session === null ? [] : ['session.js'])].map(asset),
      },
    }),
  });
};
