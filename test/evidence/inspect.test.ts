import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { inspectFile } from '../../server/evidence/inspect.js';
import { Problem } from '../../server/problem/problem.js';
import { asZip, objectStream, pdf, pdfOf, pdfWith, picture, pixelBomb } from '../support/evidence-files.js';

const outcome = async (bytes: Uint8Array): Promise<string> => {
  try {
    return await inspectFile(bytes, '청구서.pdf');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.sentence.ko, error.code).to.include('"청구서.pdf"');
    expect(error.sentence.en, error.code).to.include('"청구서.pdf"');
    return error.code;
  }
};
const behind = (bytes: Buffer, text: string): Buffer => Buffer.concat([bytes, Buffer.from(text, 'latin1')]);
const text = (words: string): Buffer => Buffer.from(words, 'utf8');

describe('what a file is', () => {
  it('is told by its content', async () => {
    expect(await outcome(await picture())).to.equal('jpeg');
    expect(await outcome(await picture({ format: 'png' }))).to.equal('png');
    expect(await outcome(await picture({ format: 'webp' }))).to.equal('webp');
    expect(await outcome(pdf())).to.equal('pdf');
    expect(await outcome(pixelBomb(10, 10))).to.equal('png');
  });

  it('is nothing that is taken when it is neither a picture nor a PDF, whatever it is called', async () => {
    const strangers: readonly (readonly [string, Buffer])[] = [
      ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['svg behind a declaration', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['html', text('<!doctype html><script>alert(1)</script>')],
      ['text', text('전기요금 1,000원')],
      ['gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')],
      ['program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
      ['zip', asZip(Buffer.from('PK\x03\x04', 'latin1'))],
      ['pdf that begins later', behind(Buffer.from('\n', 'latin1'), pdf().toString('latin1'))],
      ['pdf of no version', Buffer.from('%PDF-\n%%EOF', 'latin1')],
      ['avif', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1', 'latin1')],
      ['bmp', Buffer.from('BM\x1e\0\0\0\0\0\0\0', 'latin1')],
      ['tiff', Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    ];
    for (const [what, bytes] of strangers) expect(await outcome(bytes), what).to.equal('kindUnknown');
    expect(await outcome(Buffer.alloc(0))).to.equal('emptyFile');
    expect(await outcome(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).to.equal('heic');
  });

  it('is refused when it is something else as well', async () => {
    const two: readonly (readonly [string, Buffer])[] = [
      ['picture and zip', asZip(await picture())],
      ['pdf and zip', behind(asZip(pdf()), '')],
      ['picture and pdf', behind(await picture({ format: 'png' }), pdf().toString('latin1'))],
      ['picture and page', behind(await picture(), '<html><script>alert(1)</script>')],
      ['picture and drawing', behind(await picture(), '<SVG onload=alert(1)>')],
      ['picture and program', behind(await picture(), '<?php system($_GET[0]); ?>')],
      ['pdf and page', Buffer.concat([Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n', 'latin1'), pdf().subarray(9)])],
    ];
    for (const [what, bytes] of two) expect(await outcome(bytes), what).to.equal('twoInOne');
  });

  it('never fails in another way, however a file is damaged', async () => {
    const whole = [await picture(), await picture({ format: 'png' }), pdf(), pdfWith('', objectStream('4 0 << /A /B >>'))];
    const damage = fc.record({
      of: fc.constantFrom(...whole),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      noise: fc.uint8Array({ maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ of, cut, noise }) => {
        const at = Math.floor(of.length * cut);
        const hurt = Buffer.concat([of.subarray(0, at), noise, of.subarray(Math.min(of.length, at + noise.length))]);
        expect(await outcome(hurt)).to.be.a('string');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a PDF', () => {
  it('may have links, outlines and plain fields', async () => {
    const harmless = pdfWith(
      '/Outlines 4 0 R /OpenAction [3 0 R /Fit] /AcroForm << /Fields [] >>',
      '<< /Type /Outlines /First 5 0 R /Count 1 >>',
      '<< /Title (bill) /A << /S /URI /URI (https://example.kr/) >> >>',
      objectStream('6 0 << /Type /Annot /Subtype /Link >>'),
    );
    expect(await outcome(harmless)).to.equal('pdf');
  });

  const acting = [
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
    '/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>',
    '/Names << /JavaScript 4 0 R >>',
    '/Names << /EmbeddedFiles 4 0 R >>',
    '/OpenAction << /S /Launch /F (calc.exe) >>',
    '/AcroForm << /XFA 4 0 R >>',
    '/OpenAction<</S/SubmitForm/F(http://example.com)>>',
    '/AA << /O << /S /GoToR /F (other.pdf) >> >>',
  ];

  it('that acts when it is opened, or carries other files, is refused', async () => {
    for (const entry of acting) expect(await outcome(pdfWith(entry, '<< >>')), entry).to.equal('pdfActs');
  });

  it('is looked through where its objects lie packed, too', async () => {
    for (const entry of acting) expect(await outcome(pdfWith('', objectStream(`4 0 << ${entry} >>`))), entry).to.equal('pdfActs');
    const hidden = objectStream('4 0 << /S /JavaScript >>');
    // Without its type, with a text that looks like the end of the object, within what looks like another stream.
    expect(await outcome(pdfWith('', hidden.replace('/Type /ObjStm ', '')))).to.equal('pdfActs');
    expect(await outcome(pdfWith('', hidden.replace('/N 1', '/N 1 /X (endobj 9 0 obj << >>)')))).to.equal('pdfActs');
    expect(await outcome(pdfWith('', hidden.replace('/ObjStm', '/Obj#53tm').replace('/First', '/Fi#72st')))).to.equal('pdfActs');
    expect(await outcome(pdfWith('', `<< /Length 9 >>\nstream\n7 0 obj\n${hidden}\nendobj\nendstream`))).to.equal('pdfActs');
    expect(await outcome(pdfWith('', hidden.replace('>>\nstream', '>>%stream\n stream')))).to.equal('pdfActs');
  });

  it('that cannot be looked through is refused', async () => {
    expect(await outcome(pdfWith('', objectStream('4 0 << >>', '/Filter [/ASCIIHexDecode /FlateDecode]')))).to.equal('pdfUnseen');
    expect(await outcome(pdfWith('', objectStream('4 0 << >>', '/Filter /LZWDecode')))).to.equal('pdfUnseen');
    expect(await outcome(pdfWith('', objectStream('4 0 << >>', '/Filter 9 0 R')))).to.equal('pdfUnseen');
    expect(await outcome(pdfWith('', objectStream('4 0 << >>', '/Filter /FlateDecode', deflateRawSync)))).to.equal('pdfUnseen');
    // 20 MB of blanks in 20 KB.
    expect(await outcome(pdfWith('', objectStream(' '.repeat(20 * 1024 * 1024))))).to.equal('pdfUnseen');
    // Dictionaries within dictionaries without an end, each of which would have to be read to the end of the file.
    expect(await outcome(pdfWith('', 'obj<<('.repeat(200_000)))).to.equal('pdfUnseen');
  });

  it('that is locked is refused as such, also where nothing in it can be read', async () => {
    expect(await outcome(pdfOf(['<< /Type /Catalog >>', '<< /Filter /Standard >>'], '/Encrypt 2 0 R'))).to.equal('pdfLocked');
    expect(
      await outcome(pdfOf(['<< >>', objectStream('x', '/Filter /FlateDecode', () => Buffer.from('locked'))], '/Encrypt 9 0 R')),
    ).to.equal('pdfLocked');
  });

  it('that is not whole is refused', async () => {
    expect(await outcome(pdf().subarray(0, 100))).to.equal('pdfDamaged');
    expect(await outcome(pdfOf(['<< /Type /Pages >>']))).to.equal('pdfDamaged');
    expect(await outcome(behind(pdf(), 'more behind its end'))).to.equal('pdfDamaged');
    expect(await outcome(behind(pdf(), '\n\0\0\0'))).to.equal('pdf');
  });
});
