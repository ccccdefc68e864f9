import { type EvidenceProblemCode, evidenceProblem } from '../problem/evidence-problems.js';
import { evidenceLimits, type PlaceTaken } from '../survey/evidence.js';
import type { FileKind } from './file-kind.js';
import { gpsTags, placeTaken } from './gps.js';

type Sharp = typeof import('sharp').default;

/** A picture as it is kept: a JPEG of this site's making, upright, no larger than needed, silent about where and with what it was taken. */
export interface KeptPicture {
  readonly bytes: Uint8Array;
  readonly thumbnail: Uint8Array;
  /** Null: it does not say, or was not to be kept. Else it stands in the picture as well. */
  readonly place: PlaceTaken | null;
}

/** What makes pictures of evidence. */
export interface Pictures {
  /** Throws Problems that name the file. */
  keep(picture: {
    readonly bytes: Uint8Array;
    readonly kind: Exclude<FileKind, 'pdf'>;
    readonly name: string;
    readonly keepPlace: boolean;
  }): Promise<KeptPicture>;
}

const quality = 82;
const thumbnail = { side: 320, quality: 70 } as const;
/** Longer than the largest picture takes on a slow machine. */
const seconds = 20;

/** The readers that are needed, of the many there are: what is not called upon cannot be misled. */
const readers = ['Jpeg', 'Png', 'Webp', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`);

/** Throws when sharp is not there, or not for this system. */
const loadSharp = async (): Promise<Sharp> => {
  const { default: sharp } = await import('sharp');
  // Nothing of a picture is remembered once it is made.
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: readers });
  return sharp;
};

/** Whether this installation of sharp can read HEIC: the patents of its codec keep it out of most. */
const readsHeic = (sharp: Sharp): boolean => (sharp.format.heif.input.fileSuffix ?? []).includes('.heic');

/**
 * Makes pictures with sharp, which is loaded when the first one comes. One at a time: each takes a processor and tens of megabytes.
 * @param load    how sharp is loaded
 * @param failed  told why sharp could not be loaded
 */
export const openPictures = (failed: (error: unknown) => void, load: () => Promise<Sharp> = loadSharp): Pictures => {
  let loading: Promise<Sharp> | null = null;
  let before: Promise<unknown> = Promise.resolve();

  const sharpFor = async (name: string): Promise<Sharp> => {
    try {
      loading ??= load();
      return await loading;
    } catch (error) {
      // It may be there the next time: an operator can install it beside a running site.
      loading = null;
      failed(error);
      throw evidenceProblem('picturesAway', { name });
    }
  };

  const make: Pictures['keep'] = async ({ bytes, kind, name, keepPlace }) => {
    const sharp = await sharpFor(name);
    if (kind === 'heic' && !readsHeic(sharp)) throw evidenceProblem('heicUnread', { name });
    const open = () =>
      sharp(bytes, { limitInputPixels: evidenceLimits.pixels, failOn: 'error', sequentialRead: true }).timeout({ seconds });
    const refuse = (code: EvidenceProblemCode, values = {}) => evidenceProblem(code, { name, ...values });
    const readable = async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        throw Object.assign(refuse('pictureDamaged'), { cause: error });
      }
    };
    // The head alone: nothing is unpacked before it is known how much that would be.
    const head = await readable(() => sharp(bytes, { limitInputPixels: false }).metadata());
    const { width, height, pages = 1, exif } = head;
    if (width * height > evidenceLimits.pixels)
      throw refuse('pictureTooBig', { width, height, limit: evidenceLimits.pixels / 1e6, limitKo: evidenceLimits.pixels / 1e4 });
    if (pages > 1) throw refuse('pictureMoves');
    const place = keepPlace && exif !== undefined ? placeTaken(exif) : null;
    const inside = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
    const kept = await readable(() => {
      const upright = open().autoOrient().resize(inside(evidenceLimits.longestSide)).flatten({ background: '#fff' }).toColourspace('srgb');
      return (place === null ? upright : upright.withExif({ IFD3: gpsTags(place) })).jpeg({ quality }).toBuffer();
    });
    const small = await readable(() => sharp(kept).resize(inside(thumbnail.side)).jpeg({ quality: thumbnail.quality }).toBuffer());
    return { bytes: kept, thumbnail: small, place };
  };

  return {
    keep: (picture) => {
      const made = before.then(() => make(picture));
      before = made.catch(() => undefined);
      return made;
    },
  };
};
