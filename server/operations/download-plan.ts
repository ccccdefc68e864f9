import { leftOutNotes } from '../presentation/left-out.js';
import { formatDay } from '../presentation/time-format.js';
import type { Language } from '../presentation/words/words.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { establishmentFacts } from '../survey/profile.js';
import { makePlan } from './make-plan.js';
import { readResult } from './read-result.js';
import { type ReportFile, renderTransitionPlan } from './render-report.js';
import { actorOf, type Respondent } from './respondent.js';

/**
 * The transition plan of a respondent's latest submission as PDF. That it was read is written down first.
 * Consent is a standing word, so the latest one counts, also when it was given or taken back after the submission.
 * Throws notFound, notSubmitted, noReportConsent.
 */
export const downloadPlan = async (site: Site, who: Respondent, responseId: string, language: Language): Promise<ReportFile> => {
  const result = await readResult(site, who, responseId);
  const { version, response, edition, establishment, inventory, request, notes, sources, consents } = result;
  if (consents.ownReport !== true) throw siteProblem('noReportConsent');
  const now = site.clock.now();
  await site.store.auditEntries.add({
    id: site.random.uuid(),
    at: now,
    actor: actorOf(who),
    action: 'plan.read',
    establishmentId: who.establishmentId,
    subject: { kind: 'response', id: responseId },
    facts: { version: version.version, language },
  });
  // What was submitted, not what the draft says by now.
  const {
    equipment,
    consents: _atSubmission,
    ...facts
  } = establishmentFacts(edition, { ...response, answers: version.answers, reasons: version.reasons });
  const date = formatDay(now);
  const plan = makePlan(site, {
    date,
    establishment: { ...facts, name: facts.name === '' ? establishment.name : facts.name },
    inventory,
    activityData: request.activityData,
    equipment,
    matchPrograms: consents.programMatching === true,
  });
  const said = { ...plan, notes: [...leftOutNotes(notes, edition), ...plan.notes] };
  return renderTransitionPlan(said, {
    language,
    date,
    factorSources: Object.values(sources),
    names: site.catalog.planner,
  });
};
