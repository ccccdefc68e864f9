/** The fields of a question as a form sends them: name and text, in the order of the page. What is not ticked is not sent. */
export type SentFields = readonly (readonly [name: string, text: string])[];

const elementOf = (form: HTMLFormElement, question: string): HTMLElement | null =>
  form.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"]`);

type Control = HTMLInputElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement, question: string): readonly Control[] => [
  ...(elementOf(form, question)?.querySelectorAll<Control>('input:not([name=_asked]), select') ?? []),
];

export const readFields = (form: HTMLFormElement, question: string): SentFields =>
  controlsOf(form, question)
    .filter(
      (control) => control.name !== '' && !(control instanceof HTMLInputElement && /radio|checkbox/.test(control.type) && !control.checked),
    )
    .map(({ name, value }) => [name, value]);

/** Puts texts back into the fields of a question, as if they had been typed. Tells whether the question is on the page. */
export const fillFields = (form: HTMLFormElement, question: string, fields: SentFields): boolean => {
  const texts = new Map(fields);
  for (const control of controlsOf(form, question)) {
    const text = texts.get(control.name);
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type)) control.checked = text === control.value;
    else if (text !== undefined) control.value = text;
  }
  const details = elementOf(form, question)?.querySelector<HTMLDetailsElement>('details.missing');
  if (details && (texts.get(`${question}.missing`) ?? '') !== '') details.open = true;
  return elementOf(form, question) !== null;
};

/** What of the fields the server keeps, in one text: two that are equal say the same. */
export const keptText = (fields: SentFields): string =>
  JSON.stringify(
    fields
      .filter(([name, text]) => text !== '' && !name.startsWith('_'))
      .map(([name, text]) => [name, text.normalize('NFC')])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  );
