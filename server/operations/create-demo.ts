import type { Establishment } from '../persistence/establishments.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import type { Example } from '../survey/example.js';
import { askedField } from '../survey/form-fields.js';
import { addEstablishment } from './add-establishment.js';
import { createInvitation } from './create-invitation.js';
import { ensureRounds, roundIdOf } from './ensure-rounds.js';
import { openResponse } from './open-response.js';
import type { OnBehalf } from './respondent.js';
import { saveAnswers } from './save-answers.js';
import { submitResponse } from './submit-response.js';

/** A way into one example establishment. */
export interface DemoLink {
  readonly name: string;
  readonly secret: string;
  /** What its page asks for, to type; null: it asks for nothing. */
  readonly businessNumber: string | null;
}

const editionOfExample = (site: Site, { id, editionId }: Example): Edition => {
  const edition = site.catalog.surveys.editions[editionId];
  if (edition === undefined) throw new Error(`The example ${id} answers the edition ${editionId}, which there is not`);
  return edition;
};

const ensureEstablishment = async (site: Site, example: Example): Promise<Establishment> => {
  const there = await site.store.establishments.byExample(example.id);
  if (there !== null) return there;
  try {
    return await addEstablishment(site, {
      name: example.name,
      businessNumber: example.register.businessNumber,
      form: editionOfExample(site, example).form,
      ...(example.register.region === null ? {} : { region: example.register.region }),
      example: example.id,
    });
  } catch (error) {
    // Another process starting on the same store came first.
    const winner = await site.store.establishments.byExample(example.id);
    if (winner === null) throw error;
    return winner;
  }
};

/** Every field of the example, as the pages of its sections would post them. */
export const exampleFields = (site: Site, example: Example): ReadonlyMap<string, readonly string[]> => {
  const { sections } = editionOfExample(site, example);
  const answered = new Set(Object.keys(example.fields).map((name) => name.split('.')[0]));
  const asked = sections.flatMap(({ questions }) => questions).filter(({ id }) => answered.has(id));
  const fields = Object.entries(example.fields).map(([name, text]): [string, readonly string[]] => [name, [text]]);
  return new Map([...fields, [askedField, asked.map(({ id }) => id)]]);
};

/** Fills the response of an example as far as its state says. A start that was cut off is finished by the next one. */
const ensureResponse = async (site: Site, example: Example, establishment: Establishment): Promise<void> => {
  if (example.state === 'untouched') return;
  const who: OnBehalf = { establishmentId: establishment.id, sessionId: null };
  let response = await openResponse(site, who, roundIdOf(editionOfExample(site, example).bank, true));
  if (response.revision === 0) {
    const reasons = new Map(Object.entries(example.reasons));
    const saved = await saveAnswers(site, who, { responseId: response.id, revision: 0, fields: exampleFields(site, example), reasons });
    const refused = saved.rejected.map(({ name, sentence }) => `${name}: ${sentence.en}`);
    if (refused.length > 0) throw new Error(`Example ${example.id} cannot be saved: ${refused.join('; ')}`);
    response = saved.form.response;
  }
  // The first revision is the one made above; later ones are a visitor's.
  if (example.state !== 'submitted' || response.revision !== 1 || response.version !== 0) return;
  const submitted = await submitResponse(site, who, { responseId: response.id, revision: 1 });
  if (submitted.outcome !== 'blocked') return;
  const findings = submitted.form.state.findings.map(({ key, text }) => `${key}: ${text.en}`);
  throw new Error(`Example ${example.id} cannot be submitted: ${findings.join('; ')}`);
};

/**
 * Makes the example establishments with their answers where they are missing, and a new one-time link for each. Answers that a visitor
 * has changed since stay as they are.
 */
export const createDemo = async (site: Site): Promise<readonly DemoLink[]> => {
  await ensureRounds(site, true);
  const links: DemoLink[] = [];
  for (const example of site.catalog.surveys.examples) {
    const establishment = await ensureEstablishment(site, example);
    await ensureResponse(site, example, establishment);
    const { secret } = await createInvitation(site, establishment.id, 'demo');
    links.push({ name: establishment.name, secret, businessNumber: establishment.businessNumber });
  }
  return links;
};
