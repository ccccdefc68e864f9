import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import fc from 'fast-check';
import { type FileRule, ordinaryFile, receiveUpload, type Upload } from '../../server/http/upload.js';
import { Problem } from '../../server/problem/problem.js';
import { multipart, multipartHeaders } from '../support/multipart.js';

/** A request as Node hands it over, its body in pieces of `step` bytes. */
const requestWith = (body: Buffer, step = 1000): IncomingMessage => {
  const pieces = Array.from({ length: Math.ceil(body.length / step) }, (_, at) => body.subarray(at * step, (at + 1) * step));
  return Object.assign(Readable.from(pieces), { headers: { ...multipartHeaders } }) as unknown as IncomingMessage;
};
const received = async (body: Buffer, rule: FileRule = ordinaryFile, step?: number): Promise<Upload | string> => {
  try {
    return (await receiveUpload(requestWith(body, step), rule)) ?? 'no multipart';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

describe('a form with a file', () => {
  it('comes back as a browser wrote it: fields, name and every byte of the file', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000 });
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((each) => !each.includes('\0'));
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((each) => !each.includes('\0') && !each.includes('--edge'));
    await fc.assert(
      fc.asyncProperty(bytes, name, text, fc.integer({ min: 1, max: 200 }), async (file, fileName, month, step) => {
        const upload = await received(multipart({ month }, [{ name: fileName, bytes: Buffer.from(file) }]), ordinaryFile, step);
        if (typeof upload === 'string') throw new Error(upload);
        expect(upload.form.get('month')).to.deep.equal([month.normalize('NFC')]);
        expect(upload.fileNames).to.deep.equal([fileName]);
        expect(Buffer.from(upload.file ?? []).equals(Buffer.from(file))).to.equal(true);
      }),
    );
  });

  it('has no file where a browser sends an empty part for a field in which none was chosen', async () => {
    const none = { name: '', bytes: Buffer.alloc(0) };
    const upload = await received(multipart({}, [none, { field: 'photo', name: 'a.jpg', bytes: Buffer.from('x') }]));
    expect(upload).to.deep.include({ fileNames: ['a.jpg'], isTooLarge: false });
    expect(await received(multipart({}, [none]))).to.deep.include({ file: null, fileNames: [] });
  });

  it('with two files is refused, or told of where the page says so itself', async () => {
    const body = multipart({}, [
      { name: 'a', bytes: Buffer.from('x') },
      { field: 'photo', name: 'b', bytes: Buffer.from('y') },
    ]);
    expect(await received(body)).to.equal('fieldTwice');
    expect(await received(body, { bytes: 10_000, tellsTooLarge: true })).to.deep.include({ file: null, fileNames: ['a', 'b'] });
  });

  it('that is too large is refused whole, or told of with the fields before the file and its name', async () => {
    const body = multipart({ m01: '1' }, [{ name: '큰 파일.pdf', bytes: Buffer.alloc(5000, 'x') }]);
    expect(await received(body, { bytes: 2000, tellsTooLarge: false })).to.equal('formTooLarge');
    const told = await received(body, { bytes: 2000, tellsTooLarge: true });
    expect(told).to.deep.include({ file: null, fileNames: ['큰 파일.pdf'], isTooLarge: true });
    if (typeof told !== 'string') expect(told.form.get('m01')).to.deep.equal(['1']);
  });

  it('is told of or refused, and never half taken, wherever it is cut', async () => {
    const whole = multipart({ m01: '1', m02: '1' }, [{ name: '고지서.pdf', bytes: Buffer.alloc(300, 'x') }]);
    // The line end behind the last mark says nothing.
    for (let bytes = 1; bytes < whole.length - 2; bytes++) {
      expect(await received(whole.subarray(0, bytes)), `${bytes} sent`).to.equal('malformedForm');
      const told = await received(whole, { bytes, tellsTooLarge: true });
      if (typeof told === 'string') expect(told, `${bytes} kept`).to.equal('malformedForm');
      else expect(told).to.deep.include({ file: null, isTooLarge: true });
    }
  });
});
