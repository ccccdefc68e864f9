import { expect } from 'chai';
import fc from 'fast-check';
import sharp from 'sharp';
import { gpsTags, placeTaken } from '../../server/evidence/gps.js';
import { withoutExif } from '../../server/evidence/jpeg-exif.js';
import { openPictures, type Pictures } from '../../server/evidence/pictures.js';
import { Problem } from '../../server/problem/problem.js';
import { evidenceLimits } from '../../server/survey/evidence.js';
import { cityHallPlace, picture, pixelBomb } from '../support/evidence-files.js';

type Asked = Parameters<Pictures['keep']>[0];

const failures: unknown[] = [];
const pictures = openPictures((error) => failures.push(error));
const kept = (bytes: Uint8Array, asked: Partial<Asked> = {}) =>
  pictures.keep({ bytes, kind: 'jpeg', name: '고지서.jpg', keepPlace: false, ...asked });
const refusal = async (bytes: Uint8Array, asked: Partial<Asked> = {}, by = pictures): Promise<Problem> => {
  try {
    await by.keep({ bytes, kind: 'jpeg', name: '고지서.jpg', keepPlace: false, ...asked });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was taken');
};
const exifOf = async (bytes: Uint8Array): Promise<Buffer | undefined> => (await sharp(bytes).metadata()).exif;

describe('a picture that is kept', () => {
  it('is a JPEG no longer than needed, and a small one beside it, whatever it came as', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const { bytes, thumbnail } = await kept(await picture({ width: 4000, height: 1000, format }), { kind: format });
      expect(await sharp(bytes).metadata()).to.include({ format: 'jpeg', width: evidenceLimits.longestSide, height: 600 });
      expect(await sharp(thumbnail).metadata()).to.include({ format: 'jpeg', width: 320, height: 80 });
    }
    expect(await sharp((await kept(await picture())).bytes).metadata()).to.include({ width: 400, height: 300 });
  });

  it('stands upright', async () => {
    const { bytes } = await kept(await picture({ width: 400, height: 200, orientation: 6 }));
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info).to.include({ width: 200, height: 400 });
    // What was the upper left quarter is the upper right one after a quarter turn.
    const green = (x: number, y: number): number => data[(y * info.width + x) * info.channels + 1] ?? -1;
    expect(green(150, 50)).to.be.below(60);
    expect(green(50, 50)).to.be.above(200);
  });

  it('says nothing of where, when, with what and by whom it was taken', async () => {
    const taken = await picture({ place: true });
    expect(placeTaken((await exifOf(taken)) ?? Buffer.alloc(0))).to.not.equal(null);
    const { bytes, place, thumbnail } = await kept(taken);
    expect(place).to.equal(null);
    for (const one of [bytes, thumbnail]) {
      expect(await exifOf(one)).to.equal(undefined);
      expect(Buffer.from(one).includes('CameraMaker')).to.equal(false);
    }
  });

  it('says where it was taken, and nothing else, where that was agreed to', async () => {
    const { bytes, place } = await kept(await picture({ place: true }), { keepPlace: true });
    const inside = placeTaken((await exifOf(bytes)) ?? Buffer.alloc(0));
    for (const said of [place, inside]) {
      expect(said?.latitude).to.be.closeTo(cityHallPlace.latitude, 1e-6);
      expect(said?.longitude).to.be.closeTo(cityHallPlace.longitude, 1e-6);
    }
    for (const word of ['CameraMaker', '홍길동']) expect(Buffer.from(bytes).includes(word), word).to.equal(false);
    const without = withoutExif(bytes);
    expect(await exifOf(without)).to.equal(undefined);
    const drawn = (one: Uint8Array) => sharp(one).raw().toBuffer();
    expect((await drawn(without)).equals(await drawn(bytes))).to.equal(true);
    expect((await kept(await picture(), { keepPlace: true })).place).to.equal(null);
  });

  it('is refused before it is unpacked when it would be too many pixels', async () => {
    const problem = await refusal(pixelBomb(60_000, 60_000), { kind: 'png' });
    expect(problem.code).to.equal('pictureTooBig');
    expect(problem.sentence.ko).to.include('6000만 화소');
  });

  it('is refused when it is damaged, not whole, or moves', async () => {
    const whole = await picture({ width: 2000, height: 2000 });
    expect((await refusal(whole.subarray(0, whole.length / 2))).code).to.equal('pictureDamaged');
    expect((await refusal(pixelBomb(5_000, 5_000), { kind: 'png' })).code).to.equal('pictureDamaged');
    expect((await refusal(Buffer.from('\xff\xd8\xff nothing', 'latin1'))).code).to.equal('pictureDamaged');
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await refusal(moving, { kind: 'webp' })).code).to.equal('pictureMoves');
  });

  it('is read by no reader but those of its kinds', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
    for (const stranger of [gif, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')])
      expect((await refusal(stranger)).code).to.equal('pictureDamaged');
  });

  it('is refused with the way out where this installation cannot read it', async () => {
    const problem = await refusal(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), { kind: 'heic', name: 'IMG_1.HEIC' });
    expect(problem.code).to.equal('heicUnread');
    expect(problem.sentence.ko).to.match(/IMG_1\.HEIC.*높은 호환성/);
  });

  it('is refused where sharp cannot be loaded, each time anew, and the operator is told why', async () => {
    const told: unknown[] = [];
    const away = new Error('Could not load the "sharp" module');
    const problem = await refusal(
      await picture(),
      {},
      openPictures(
        (error) => told.push(error),
        () => Promise.reject(away),
      ),
    );
    expect([problem.code, problem.status]).to.deep.equal(['picturesAway', 503]);
    expect(problem.sentence.en).to.match(/"고지서\.jpg".*as PDF/);
    expect(told).to.deep.equal([away]);
    let tries = 0;
    const back = openPictures(
      () => undefined,
      () => (tries++ === 0 ? Promise.reject(away) : Promise.resolve(sharp)),
    );
    await refusal(await picture(), {}, back);
    expect((await back.keep({ bytes: await picture(), kind: 'jpeg', name: 'a', keepPlace: false })).bytes.length).to.be.above(0);
    expect(failures).to.deep.equal([]);
  });
});

describe('the place of a picture', () => {
  it('comes back from the tags it is written as, to the meter', async () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    await fc.assert(
      fc.asyncProperty(degrees(90), degrees(180), async (latitude, longitude) => {
        const blank = sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } });
        const taken = await blank
          .withExif({ IFD3: gpsTags({ latitude, longitude }) })
          .jpeg()
          .toBuffer();
        const place = placeTaken((await exifOf(taken)) ?? Buffer.alloc(0));
        expect(place?.latitude).to.be.closeTo(latitude, 1e-7);
        expect(place?.longitude).to.be.closeTo(longitude, 1e-7);
      }),
      { numRuns: 25 },
    );
  });

  it('is none in data that is no EXIF, however it is made', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void placeTaken(bytes)));
    expect(placeTaken(Buffer.from('Exif\0\0II*\0\xff\xff\xff\xff', 'latin1'))).to.equal(null);
  });
});
