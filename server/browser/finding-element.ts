import type { FindingView, ReasonView } from '../presentation/finding-view.js';

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

const reasonElement = (reason: ReasonView): HTMLElement => {
  const options = reason.options.map(({ value, text, selected }) =>
    element('option', selected ? { value, selected: '' } : { value }, text),
  );
  const fault = reason.fault === null ? [] : [element('p', { class: 'reason-fault' }, reason.fault)];
  return element(
    'fieldset',
    {},
    element('legend', {}, reason.legend),
    element(
      'div',
      { class: 'reason' },
      element(
        'div',
        { class: 'field' },
        element('label', { for: reason.codeId }, reason.codeLabel),
        element('select', { class: 'krds-form-select', id: reason.codeId, name: reason.codeName }, ...options),
      ),
      element(
        'div',
        { class: 'field' },
        element('label', { for: reason.textId }, reason.textLabel),
        element('input', {
          class: 'krds-input',
          id: reason.textId,
          name: reason.textName,
          type: 'text',
          autocomplete: 'off',
          value: reason.text,
        }),
      ),
    ),
    ...fault,
  );
};

/** The same as the template `finding`, for findings that appear while typing. */
export const findingElement = (finding: FindingView): HTMLElement => {
  const made = element(
    'div',
    { class: `finding ${finding.level}`, id: finding.id },
    element('strong', {}, `${finding.levelText}: ${finding.text}`),
    element('p', {}, finding.wayOut),
  );
  if (finding.takes.length > 0) {
    const buttons = finding.takes.map(({ value, text, fields }) =>
      element('button', { class: 'krds-btn secondary small', type: 'submit', name: '_do', value, 'data-fields': fields }, text),
    );
    made.append(element('div', { class: 'takes' }, ...buttons));
  }
  if (finding.reason !== null) made.append(reasonElement(finding.reason));
  return made;
};
