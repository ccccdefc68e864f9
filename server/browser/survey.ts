import type { Edition } from '../survey/edition.js';
import type { Response } from '../survey/response.js';
import { checkWhileTyping } from './check-while-typing.js';
import { spreadPastedMonths } from './paste-months.js';
import { clearRows } from './table-rows.js';
import { keepTyping } from './typing.js';

/** What a section's page hands to its script. */
const begin = async (form: HTMLFormElement): Promise<void> => {
  const said = document.getElementById('save-state');
  keepTyping(form, () => {
    if (said !== null) said.textContent = form.dataset.unsaved ?? '';
  });
  spreadPastedMonths(form);
  clearRows(form);
  try {
    const reply = await fetch(form.dataset.edition ?? '', { headers: { Accept: 'application/json' } });
    if (!reply.ok) throw new Error(`The edition came with status ${reply.status}`);
    const edition = (await reply.json()) as Edition;
    const response = JSON.parse(form.dataset.response ?? '') as Response;
    checkWhileTyping(form, edition, response);
    // From here on the script decides what is in sight; before, everything that may apply is.
    document.documentElement.classList.add('scripted');
    if (said !== null && said.textContent === '') said.textContent = form.dataset.checking ?? '';
  } catch (error) {
    if (said !== null) said.textContent = form.dataset.noChecking ?? '';
    throw error;
  }
};

const form = document.querySelector<HTMLFormElement>('form#form');
if (form !== null) void begin(form);
