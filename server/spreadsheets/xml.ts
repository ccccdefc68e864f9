import { Refusal } from './refusal.js';

/** What is done with the pieces of a document as they come. Names are without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Deeper than any part of a workbook. */
const maxDepth = 100;

const attribute = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const damaged = (): Refusal => new Refusal('sheetDamaged');

const characterOf = (reference: string): string => {
  const known = named[reference];
  if (known !== undefined) return known;
  const code = /^#(?:x([\da-fA-F]{1,6})|(\d{1,7}))$/.exec(reference);
  const point = code === null ? Number.NaN : code[1] !== undefined ? Number.parseInt(code[1], 16) : Number(code[2]);
  // An entity of the document's own would need a DOCTYPE, which is refused.
  if (!(point <= 0x10ffff)) throw damaged();
  return String.fromCodePoint(point);
};

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&]{0,12});?/g, (whole, reference: string) => (whole.endsWith(';') ? characterOf(reference) : whole))
    : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Where a mark ends that began at `at`. */
const endOf = (source: string, mark: string, at: number): number => {
  const end = source.indexOf(mark, at);
  if (end === -1) throw damaged();
  return end;
};

/** The end of a tag: the first ">" outside of quotes. */
const tagEnd = (source: string, at: number): number => {
  for (let next = at; next < source.length; next++) {
    const character = source[next];
    if (character === '>') return next;
    if (character === '"' || character === "'") next = endOf(source, character, next + 1);
  }
  throw damaged();
};

const attributesOf = (tag: string, from: number): Readonly<Record<string, string>> => {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  attribute.lastIndex = from;
  for (let match = attribute.exec(tag); match !== null; match = attribute.exec(tag)) {
    const name = match[1] as string;
    // `xmlns:r` declares a prefix; `r:id` is an attribute called id.
    if (!name.startsWith('xmlns')) found[localName(name)] = plain((match[2] ?? match[3]) as string);
  }
  return found;
};

/**
 * Walks through an XML document once, from its beginning to its end. It knows no DOCTYPE and with it no entity, no file and no address:
 * a document that has one is refused. Throws Refusal.
 */
export const readXml = (source: string, events: XmlEvents): void => {
  const open: string[] = [];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    if (next !== at && open.length > 0) events.text(plain(source.slice(at, next === -1 ? source.length : next)));
    if (next === -1) break;
    if (source.startsWith('<!--', next)) at = endOf(source, '-->', next + 4) + 3;
    else if (source.startsWith('<![CDATA[', next)) {
      const end = endOf(source, ']]>', next + 9);
      events.text(source.slice(next + 9, end));
      at = end + 3;
    } else if (source.startsWith('<!', next)) throw new Refusal('sheetUnsafe', { what: 'DOCTYPE' });
    else if (source.startsWith('<?', next)) at = endOf(source, '?>', next + 2) + 2;
    else if (source[next + 1] === '/') {
      const end = endOf(source, '>', next);
      const name = source.slice(next + 2, end).trim();
      if (open.pop() !== name) throw damaged();
      events.close(localName(name));
      at = end + 1;
    } else {
      const end = tagEnd(source, next + 1);
      const isEmpty = source[end - 1] === '/';
      const tag = source.slice(next + 1, isEmpty ? end - 1 : end);
      const name = /^[^\s/>"'=<]+/.exec(tag)?.[0];
      if (name === undefined) throw damaged();
      events.open(localName(name), attributesOf(tag, name.length));
      if (isEmpty) events.close(localName(name));
      else if (open.push(name) > maxDepth) throw new Refusal('sheetUnsafe', { what: `XML > ${maxDepth}` });
      at = end + 1;
    }
  }
  if (open.length > 0) throw damaged();
};

/** The text of a part, in the encoding its first bytes tell. Throws Refusal. */
export const xmlText = (bytes: Buffer): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
};
