/** A rule of a style sheet: what stands before the brace, and what stands between the braces. */
interface Rule {
  readonly head: string;
  readonly body: string;
}

const withoutComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** The rules at the top of a style sheet. Statements without braces (@charset, @import) are left out. */
const topRules = (css: string): readonly Rule[] => {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let bodyStart = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === ';' && depth === 0) start = at + 1;
    else if (sign === '{') {
      depth += 1;
      if (depth === 1) bodyStart = at + 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth === 0) {
        rules.push({ head: css.slice(start, bodyStart - 1).trim(), body: css.slice(bodyStart, at) });
        start = at + 1;
      }
    }
  }
  return rules;
};

const classesOf = (selector: string): readonly string[] => [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map((match) => match[1] ?? '');

const filtered = (css: string, keeps: (selector: string) => boolean): string =>
  topRules(css)
    .map(({ head, body }) => {
      if (head.startsWith('@media')) {
        const inner = filtered(body, keeps);
        return inner === '' ? '' : `${head}{${inner}}`;
      }
      const selectors = head.split(',').filter((selector) => keeps(selector.trim()));
      return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
    })
    .join('');

/**
 * The part of the design system's style sheet that belongs to the components the pages use. The whole is 540 KB, two thirds of it for
 * display modes that need its scripts, and it restyles every bare element.
 * @param components class names a selector must begin with, such as "krds-btn"
 */
export const componentStyles = (css: string, components: readonly string[]): string =>
  filtered(withoutComments(css), (selector) => {
    if (selector.includes('data-krds-mode')) return false;
    const first = classesOf(selector)[0];
    return first !== undefined && selector.startsWith('.') && components.includes(first);
  });
