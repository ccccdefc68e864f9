import type { AutosaveReply } from '../presentation/autosave-reply.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import { type Draft, openDrafts } from './drafts.js';
import { fillFields, keptText, readFields } from './question-fields.js';
import { takenNotes } from './taken.js';

/** How long after the first change of a field, at the latest, it is sent. */
const withinMs = 1500;
/** A save that is answered sooner is not spoken of before it is done. */
const speakAfterMs = 800;
const giveUpAfterMs = 15_000;
/** How long somebody who presses a button waits for a save that is on its way. */
const holdAtMostMs = 5000;
const longestPauseMs = 30_000;
/** Texts of a question that were sent and not answered. */
const remembered = 4;
/** What browsers let a page send while it is being left: 64 KiB at a time. */
const partingBytes = 60_000;

/** How saving goes. `stopped`: the server said why not, and asking again would not help. */
export type SaveState = 'saving' | 'saved' | 'failed' | 'over' | 'stopped' | 'restored';

type Batch = ReadonlyMap<string, Draft>;

/** What the server made of a batch. */
type Answer =
  | { readonly kind: 'reply'; readonly reply: AutosaveReply }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'away' };

const bodyOf = (form: HTMLFormElement, revision: number, batch: Batch): string => {
  const body = new URLSearchParams({ _revision: String(revision), _do: 'autosave' });
  for (const [name, note] of takenNotes(form)) body.append(name, note);
  for (const [question, { base, fields }] of batch) {
    body.append('_asked', question);
    body.append(`_base:${question}`, String(base));
    for (const [name, text] of fields) body.append(name, text);
  }
  return body.toString();
};

const post = async (address: string, body: string, language: Language): Promise<Answer> => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), giveUpAfterMs);
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      keepalive: body.length < partingBytes,
      signal: giveUp.signal,
    });
    if (reply.status === 401) return { kind: 'over' };
    if (reply.status >= 500) return { kind: 'away' };
    const said: unknown = await reply.json();
    if (typeof said === 'object' && said !== null && 'outcome' in said) return { kind: 'reply', reply: said as AutosaveReply };
    return { kind: 'refused', said: (said as Readonly<Record<Language, string>>)[language] };
  } catch {
    // No network, no answer in time, or one that is not the site's: the drafts stay, and sending them again changes nothing twice.
    return { kind: 'away' };
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Saves what is typed within two seconds, and at once when a field or the page is left, through the same door as the buttons. What is not
 * known to be saved stays in the fields and in the drafts of the tab. What somebody else changed meanwhile is never written over: then it
 * stops and says so, and the button leads to the comparison of both.
 */
export const autosave = (
  form: HTMLFormElement,
  response: { readonly id: string; readonly revision: number },
  say: (state: SaveState, text: string) => void,
): void => {
  const language = document.documentElement.lang as Language;
  const words = wordsOf(language).page.flow;
  const address = form.getAttribute('action') ?? '';
  const drafts = openDrafts(response.id);
  const bases = new Map<string, number>();
  /** Changed in another window: for the button to settle. */
  const contested = new Set<string>();
  /** Not taken as it stands: typing on may mend it. */
  const refused = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onItsWay: Promise<void> | null = null;
  let failures = 0;
  let composing = false;
  let submitted = false;
  let holding = false;
  let again = false;

  const pending = (): Batch => new Map([...drafts.all()].filter(([question]) => !contested.has(question) && !refused.has(question)));

  /** The form itself says, too, in which revision the page saved a question, so that its buttons do not find a stranger there. */
  const stands = (question: string, revision: number): void => {
    bases.set(question, revision);
    const name = `_base:${question}`;
    const field = form.elements.namedItem(name);
    const hidden = field instanceof HTMLInputElement ? field : document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name, value: String(revision) });
    if (field === null) form.append(hidden);
    const newer = drafts.all().get(question);
    if (newer !== undefined) drafts.put(question, { ...newer, base: revision, sent: [] });
  };

  const settle = (batch: Batch, reply: AutosaveReply): void => {
    if (reply.outcome === 'conflict') {
      for (const { question, fields } of reply.contested) {
        if (
          drafts
            .all()
            .get(question)
            ?.sent.includes(keptText(Object.entries(fields)))
        )
          stands(question, reply.revision);
        else contested.add(question);
      }
      again = true;
      if (reply.contested.some(({ question }) => contested.has(question))) say('stopped', reply.said);
      return;
    }
    for (const [question, draft] of batch) {
      if (reply.refused.includes(question)) {
        refused.add(question);
        continue;
      }
      if (drafts.all().get(question) === draft) drafts.drop(question);
      stands(question, reply.revision);
    }
    if (reply.refused.length > 0) say('stopped', reply.said);
    else if (contested.size + refused.size === 0) say('saved', reply.said);
    form.dispatchEvent(new Event('autosaved'));
  };

  const send = async (batch: Batch): Promise<void> => {
    const speak = setTimeout(() => say('saving', words.saving), speakAfterMs);
    const answer = await post(address, bodyOf(form, response.revision, batch), language);
    clearTimeout(speak);
    failures = answer.kind === 'away' || answer.kind === 'over' ? failures + 1 : 0;
    if (answer.kind === 'reply') settle(batch, answer.reply);
    else if (answer.kind === 'over') say('over', words.sessionOver);
    else if (answer.kind === 'away') say('failed', words.notSaved);
    else {
      for (const question of batch.keys()) refused.add(question);
      say('stopped', answer.said);
    }
  };

  const later = (ms: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      flush();
    }, ms);
  };

  const flush = (isLeaving = false): void => {
    if (onItsWay !== null) again = true;
    if (onItsWay !== null || submitted || holding || (composing && !isLeaving)) return;
    for (const [question, draft] of pending())
      drafts.put(question, { ...draft, sent: [...new Set([...draft.sent, keptText(draft.fields)])].slice(-remembered) });
    const batch = pending();
    if (batch.size === 0) return;
    clearTimeout(timer);
    timer = undefined;
    again = false;
    onItsWay = send(batch).finally(() => {
      onItsWay = null;
      if (failures > 0) later(Math.min(longestPauseMs, 1000 * 2 ** failures));
      else if (again) flush();
      else if (pending().size > 0) later(withinMs);
    });
  };

  const changed = (event: Event): void => {
    const question = (event.target as HTMLElement).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question === undefined) return;
    refused.delete(question);
    const { base, sent } = drafts.all().get(question) ?? { base: bases.get(question) ?? response.revision, sent: [] };
    drafts.put(question, { base, fields: readFields(form, question), sent });
    if (event.type === 'change') flush();
    later(withinMs);
  };

  form.addEventListener('compositionstart', () => {
    composing = true;
  });
  form.addEventListener('compositionend', (event) => {
    composing = false;
    changed(event);
  });
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('focusout', () => flush());
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (onItsWay === null) {
      submitted = true;
      return;
    }
    // Sent now, the form could overtake the save that is on its way, and would then seem to come from another window.
    event.preventDefault();
    if (holding) return;
    holding = true;
    const { submitter } = event;
    const patience = new Promise((resolve) => setTimeout(resolve, holdAtMostMs));
    void Promise.race([onItsWay, patience]).then(() => {
      holding = false;
      onItsWay = null;
      if (submitter instanceof HTMLElement) submitter.click();
      else form.submit();
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') failures = 0;
    flush(true);
  });
  window.addEventListener('online', () => {
    failures = 0;
    flush();
  });
  window.addEventListener('pagehide', () => flush(true));
  window.addEventListener('pageshow', () => {
    submitted = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (submitted || drafts.all().size === 0) return;
    const isSentInTime =
      failures === 0 && contested.size + refused.size === 0 && bodyOf(form, response.revision, pending()).length < partingBytes;
    if (!isSentInTime || !drafts.isKept()) event.preventDefault();
  });

  const here = new URL(location.href);
  const given = here.searchParams.get('keep');
  if (given !== null) {
    // What was stored is to stay, said the comparison. Said once: what is typed from here on is not given up by opening the page again.
    for (const question of given.split(',')) drafts.drop(question);
    here.searchParams.delete('keep');
    history.replaceState(history.state, '', here);
  }
  const isBack = [...drafts.all()].filter(([question, { fields }]) => fillFields(form, question, fields)).length > 0;
  if (isBack) say('restored', words.restored);
  flush();
};
