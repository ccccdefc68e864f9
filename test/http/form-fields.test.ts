import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import fc from 'fast-check';
import { assertKnownFields, formLimits, oneField, parseFields, receiveForm } from '../../server/http/form-fields.js';
import { Problem } from '../../server/problem/problem.js';

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'no problem';
};

const urlencoded = 'application/x-www-form-urlencoded';
/** A request as Node hands it over: headers and a stream. */
const requestWith = (body: string | Buffer, headers: Record<string, string> = { 'content-type': urlencoded }): IncomingMessage =>
  Object.assign(Readable.from(body.length === 0 ? [] : [Buffer.from(body)]), { headers }) as unknown as IncomingMessage;

describe('the fields of a form', () => {
  it('come back as a browser encoded them', () => {
    // What is refused has its own test below.
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'));
    const name = text.filter((each) => !/(^|[.[\]])(__proto__|constructor|prototype)($|[.[\]])/.test(each));
    const pairs = fc.array(fc.tuple(name, text), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (sent) => {
        const fields = parseFields(new URLSearchParams(sent).toString());
        for (const name of new Set(sent.map(([each]) => each.normalize('NFC'))))
          expect(fields.get(name)).to.deep.equal(
            sent.filter(([each]) => each.normalize('NFC') === name).map(([, text]) => text.normalize('NFC')),
          );
      }),
    );
  });

  it('are flat: brackets, dots and dollars are parts of names like any other', () => {
    const fields = parseFields('rows[0][kind]=a&a.b=c&$ne=1');
    expect([...fields.keys()]).to.deep.equal(['rows[0][kind]', 'a.b', '$ne']);
  });

  it('are refused when they name a prototype, are longer than any field or hold a NUL', async () => {
    const names = ['__proto__', '__proto__[x]', 'constructor[prototype][y]', 'a.constructor.b', 'rows[prototype]', 'x'.repeat(201)];
    for (const name of names) expect(await codeOf(() => parseFields(`${encodeURIComponent(name)}=1`)), name).to.equal('fieldUnknown');
    for (const nul of ['a%00=1', 'a=%00']) expect(await codeOf(() => parseFields(nul)), nul).to.equal('malformedForm');
    expect([...parseFields('constructor-name=1&a.prototypes=1').keys()]).to.have.length(2);
    expect(({} as Record<string, unknown>).x).to.equal(undefined);
  });

  it('bring Hangul typed as single letters together', () => {
    expect(parseFields(`name=${encodeURIComponent('한빛'.normalize('NFD'))}`).get('name')).to.deep.equal(['한빛']);
  });

  it('keep both texts of a name sent twice, and say so to whoever wants one', async () => {
    const fields = parseFields('id=1&id=2');
    expect(fields.get('id')).to.deep.equal(['1', '2']);
    expect(await codeOf(() => oneField(fields, 'id'))).to.equal('fieldTwice');
    expect(oneField(fields, 'other')).to.equal(undefined);
  });

  it('are refused, not mended, when they arrive damaged', async () => {
    for (const damaged of ['a=%', 'a=%4', 'a=%FF', 'a=%ED%A0%80', '%zz=1'])
      expect(await codeOf(() => parseFields(damaged)), damaged).to.equal('malformedForm');
    expect(await codeOf(() => receiveForm(requestWith(Buffer.from([0x61, 0x3d, 0xff]))))).to.equal('malformedForm');
  });

  it('have room for 500 rows of 12 fields in Korean', async () => {
    const rows = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 12 }, (__, column) => [`main-equipment.${row + 1}.c${column}`, '공기압축기'] as [string, string]),
    ).flat();
    const body = new URLSearchParams(rows).toString();
    expect(body.length).to.be.below(formLimits.bytes);
    expect((await receiveForm(requestWith(body))).size).to.equal(6000);
  });

  it('are refused with the limit named when there are too many or they are too large', async () => {
    const many = Array.from({ length: formLimits.fields + 1 }, (_, index) => `f${index}=`).join('&');
    expect(await codeOf(() => receiveForm(requestWith(many)))).to.equal('tooManyFields');
    expect(await codeOf(() => receiveForm(requestWith(`a=${'x'.repeat(formLimits.bytes)}`)))).to.equal('formTooLarge');
    const declared = { 'content-type': urlencoded, 'content-length': String(1024 ** 3) };
    expect(await codeOf(() => receiveForm(requestWith('a=1', declared)))).to.equal('formTooLarge');
  });

  it('come in one media type', async () => {
    const others = ['application/json', 'text/plain', 'multipart/form-data; boundary=x', `${urlencoded}; charset=euc-kr`, ''];
    for (const type of others)
      expect(await codeOf(() => receiveForm(requestWith('a=1', { 'content-type': type }))), type).to.equal('wrongMediaType');
    const packed = { 'content-type': urlencoded, 'content-encoding': 'gzip' };
    expect(await codeOf(() => receiveForm(requestWith('a=1', packed)))).to.equal('wrongMediaType');
    expect((await receiveForm(requestWith('a=1', { 'content-type': `${urlencoded}; charset=UTF-8` }))).get('a')).to.deep.equal(['1']);
  });

  it('are none in a request without a body', async () => {
    expect((await receiveForm(requestWith('', {}))).size).to.equal(0);
  });

  it('that begin with a line are those of a page of questions and no other', async () => {
    for (const name of ['_asked', '_revision', '_do', '_reason:E020:diesel-used:code', 'diesel-used.m01'])
      expect(await codeOf(() => assertKnownFields(new Map([[name, ['1']]]), 'questions')), name).to.equal('no problem');
    for (const name of ['_id', '_', '_revision2', '_reason:', '__v', '_doc'])
      expect(await codeOf(() => assertKnownFields(new Map([[name, ['1']]]), 'questions')), name).to.equal('fieldUnknown');
  });
});
