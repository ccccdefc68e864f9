import { findingsBeside, placeOfFinding } from '../presentation/finding-place.js';
import { type FindingView, fieldId, findingView, questionAnchor, reasonFields } from '../presentation/finding-view.js';
import { totalText, unitTextOf } from '../presentation/grid-view.js';
import { convertedText, isConverted, standingOf } from '../presentation/question-view.js';
import { isShown, summaryView } from '../presentation/section-page.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import type { Edition } from '../survey/edition.js';
import type { Finding } from '../survey/finding.js';
import { answersFromForm } from '../survey/form-fields.js';
import { type FormState, formState } from '../survey/form-state.js';
import type { Reason, Response } from '../survey/response.js';
import type { SurveyContext } from '../survey/survey-context.js';
import { findingElement } from './finding-element.js';
import { showSummaryIn } from './summary-element.js';
import { noteTaken } from './taken.js';

const textsIn = (form: HTMLFormElement): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') texts.set(name, [...(texts.get(name) ?? []), value]);
  }
  return texts;
};

const reasonsIn = (state: FormState, texts: ReadonlyMap<string, readonly string[]>): Readonly<Record<string, Reason>> =>
  Object.fromEntries(
    state.findings.flatMap(({ key }) => {
      const names = reasonFields(key);
      const code = texts.get(names.code)?.[0] ?? '';
      return code === '' ? [] : [[key, { code, text: texts.get(names.text)?.[0] ?? '' }]];
    }),
  );

/** What of a finding is visible; when it stays the same, what the reader is doing inside it is not disturbed. */
const signature = (views: readonly FindingView[]): string =>
  JSON.stringify(views.map(({ key, text, takes, reason }) => [key, text, takes, reason?.fault]));

const showFindings = (place: HTMLElement, views: readonly FindingView[]): void => {
  const now = signature(views);
  if (place.dataset.signature === now) return;
  place.dataset.signature = now;
  place.replaceChildren(...views.map(findingElement));
};

/**
 * Runs the survey's own rules, the same files as on the server, while a section is being filled in: shows and hides questions, keeps
 * totals, and says what does not fit once a field is left.
 */
export const checkWhileTyping = (form: HTMLFormElement, edition: Edition, response: Response, context: SurveyContext): void => {
  const language = document.documentElement.lang as Language;
  const words = wordsOf(language).page.finding;
  const shows = isShown(new URLSearchParams(location.search).has('checked'));
  // Findings stand beside a question once its field was left, or when the server put some there.
  const left = new Set(
    [...form.querySelectorAll<HTMLElement>('[data-findings]')]
      .filter((place) => place.children.length > 0)
      .map((place) => place.dataset.findings),
  );
  const here = new Set([...form.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => dataset.question ?? ''));
  let composing = false;
  let pressed = false;
  let waits = false;

  const current = (): FormState => {
    const texts = textsIn(form);
    const { answers } = answersFromForm(edition, texts, response.answers);
    const state = formState(edition, { ...response, answers }, context);
    return formState(edition, { ...response, answers, reasons: { ...response.reasons, ...reasonsIn(state, texts) } }, context);
  };

  const showQuestions = (state: FormState): void => {
    for (const element of form.querySelectorAll<HTMLElement>('[data-question]')) {
      const question = state.questions[element.dataset.question ?? ''];
      if (question !== undefined) element.dataset.standing = standingOf(question, state);
    }
    for (const element of form.querySelectorAll<HTMLElement>('[data-converted]')) {
      const text = convertedText(state.questions[element.dataset.converted ?? '']?.findings ?? [], language);
      if (element.textContent !== text) element.textContent = text;
    }
    for (const element of form.querySelectorAll<HTMLElement>('[data-total]')) {
      const id = element.dataset.total ?? '';
      const question = state.questions[id]?.question;
      const total = state.totals[id];
      const text =
        question?.type === 'monthly' ? totalText(total, unitTextOf(question.units, total?.unit, { language }), { language }) : '';
      if (element.textContent !== text) element.textContent = text;
    }
  };

  /** The list above the form says what is wrong now, not what was wrong when the page was made. */
  const showSummary = (state: FormState): void => {
    const place = document.getElementById('summary');
    if (place === null) return;
    const at = (finding: Finding): string | undefined => placeOfFinding(finding, here);
    const held = state.findings.filter((finding) => at(finding) !== undefined && shows(finding));
    const target = (finding: Finding): string =>
      `#${finding.fields.map(fieldId).find((field) => document.getElementById(field) !== null) ?? questionAnchor(at(finding) ?? '')}`;
    const view = summaryView(held, { edition, language }, words.summaryTitle, target, at);
    showSummaryIn(place, view ?? { title: words.summaryDone, entries: [] }, words.summaryUnsaved);
  };

  const update = (withFindings: boolean): void => {
    if (pressed) waits = true;
    if (composing || pressed) return;
    const state = current();
    showQuestions(state);
    if (!withFindings) return;
    showSummary(state);
    for (const place of form.querySelectorAll<HTMLElement>('[data-findings]')) {
      const id = place.dataset.findings ?? '';
      if (!left.has(id)) continue;
      const findings = findingsBeside(id, state.findings, here).filter((finding) => !isConverted(finding) && shows(finding));
      showFindings(
        place,
        findings.map((finding) => findingView(finding, edition, language)),
      );
      const wrong = new Set(findings.filter(({ level }) => level === 'error').flatMap(({ fields }) => fields));
      for (const field of place.closest('[data-question]')?.querySelectorAll<HTMLInputElement>('.krds-input, .krds-form-select') ?? []) {
        if (wrong.has(field.name)) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      }
      place.closest('[data-question]')?.classList.toggle('has-error', wrong.size > 0);
    }
  };

  form.addEventListener('compositionstart', () => {
    composing = true;
  });
  form.addEventListener('compositionend', () => {
    composing = false;
    if (pressed) waits = true;
    else update(false);
  });
  form.addEventListener('input', () => {
    const hint = document.querySelector('#summary p');
    if (hint !== null) hint.textContent = words.summaryUnsaved;
    update(false);
  });
  form.addEventListener('autosaved', () => {
    const hint = document.querySelector('#summary p');
    if (hint?.textContent === words.summaryUnsaved) hint.textContent = wordsOf(language).page.flow.savedHint;
  });
  form.addEventListener('change', (event) => {
    const question = (event.target as HTMLElement).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) left.add(question);
    if (pressed) waits = true;
    else update(true);
  });
  // A button that is being pressed must not move away: what leaving a field brings up waits until the press is over.
  document.addEventListener('pointerdown', () => {
    pressed = true;
  });
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      setTimeout(() => {
        pressed = false;
        if (waits) update(true);
        waits = false;
      });
    });
  }
  form.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('button[data-fields]');
    if (button === null) return;
    const fields = Object.entries(JSON.parse(button.dataset.fields ?? '{}') as Record<string, string>);
    // A correction to a question on another page is the server's to make.
    if (fields.some(([name]) => form.elements.namedItem(name) === null)) return;
    event.preventDefault();
    noteTaken(form, button.value, fields);
    for (const [name, text] of fields) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text;
    }
    const first = form.elements.namedItem(fields[0]?.[0] ?? '');
    if (first instanceof HTMLElement) {
      first.dispatchEvent(new Event('input', { bubbles: true }));
      first.dispatchEvent(new Event('change', { bubbles: true }));
      first.focus();
    }
  });
  update(false);
};
