import type { Edition } from '../survey/edition.js';
import type { Response } from '../survey/response.js';
import type { SurveyContext } from '../survey/survey-context.js';
import { showReadings } from './amount-readings.js';
import { autosave, type SaveState } from './autosave.js';
import { checkWhileTyping } from './check-while-typing.js';
import { keepPresses } from './keep-presses.js';
import { spreadPastedMonths } from './paste-months.js';
import { clearRows } from './table-rows.js';
import { keepTyping } from './typing.js';

/** What a page of questions hands to its script. Saving comes first and needs nothing of what follows: whatever fails there costs no answer. */
const begin = async (form: HTMLFormElement): Promise<void> => {
  const line = document.getElementById('save-state');
  const say = (text: string, state: SaveState | '' = ''): void => {
    if (line === null) return;
    line.dataset.state = state;
    if (line.textContent !== text) line.textContent = text;
  };
  const response = JSON.parse(form.dataset.response ?? '') as Response;
  autosave(form, response, (state, text) => say(text, state));
  keepTyping(form);
  keepPresses(form);
  spreadPastedMonths(form);
  clearRows(form);
  showReadings(form);
  try {
    const reply = await fetch(form.dataset.edition ?? '', { headers: { Accept: 'application/json' } });
    if (!reply.ok) throw new Error(`The edition came with status ${reply.status}`);
    checkWhileTyping(form, (await reply.json()) as Edition, response, JSON.parse(form.dataset.context ?? '') as SurveyContext);
    // From here on the script decides what is in sight; before, everything that may apply is.
    document.documentElement.classList.add('scripted');
    if (line?.textContent === '') say(form.dataset.checking ?? '');
  } catch (error) {
    if (line?.textContent === '') say(form.dataset.noChecking ?? '');
    throw error;
  }
};

const form = document.querySelector<HTMLFormElement>('form#form');
if (form !== null) void begin(form);
