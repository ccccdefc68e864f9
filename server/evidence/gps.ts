import type { PlaceTaken } from '../survey/evidence.js';

/** Of the tags of EXIF these alone are read (EXIF 2.3, tables 4 and 15). */
const gpsFolder = 0x8825;
const tags = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
/** More entries than any camera writes. */
const mostEntries = 200;

/** A reader of the numbers of a TIFF, in its byte order. Reading outside of it throws a RangeError. */
const readerOf = (tiff: DataView) => {
  const isLittle = tiff.getUint16(0) === 0x4949;
  return {
    short: (at: number) => tiff.getUint16(at, isLittle),
    long: (at: number) => tiff.getUint32(at, isLittle),
    letter: (at: number) => String.fromCharCode(tiff.getUint8(at)),
  };
};
type Reader = ReturnType<typeof readerOf>;

/** The places of the entries of a folder, by tag. */
const entriesOf = (read: Reader, folder: number): ReadonlyMap<number, number> => {
  const count = Math.min(read.short(folder), mostEntries);
  return new Map(Array.from({ length: count }, (_, index) => folder + 2 + 12 * index).map((at) => [read.short(at), at]));
};

/** Degrees, minutes and seconds as three fractions. */
const degreesAt = (read: Reader, at: number): number => {
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = [0, 8, 16].map((step) => read.long(at + step) / read.long(at + step + 4));
  return degrees + (Number.isNaN(minutes) ? 0 : minutes) / 60 + (Number.isNaN(seconds) ? 0 : seconds) / 3600;
};

const within = (degrees: number, most: number): boolean => Math.abs(degrees) <= most;

/** Where the EXIF data of a picture says it was taken; null when it does not, or not in a way that can be read. */
export const placeTaken = (exif: Uint8Array): PlaceTaken | null => {
  const bytes = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength);
  const begin = bytes.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + begin, bytes.byteLength - begin);
  try {
    const read = readerOf(tiff);
    const folder = entriesOf(read, read.long(4)).get(gpsFolder);
    if (folder === undefined) return null;
    const entries = entriesOf(read, read.long(folder + 8));
    const [northOrSouth, north, eastOrWest, east] = [tags.latitudeRef, tags.latitude, tags.longitudeRef, tags.longitude].map((tag) =>
      entries.get(tag),
    );
    if (northOrSouth === undefined || north === undefined || eastOrWest === undefined || east === undefined) return null;
    const latitude = degreesAt(read, read.long(north + 8)) * (read.letter(northOrSouth + 8) === 'S' ? -1 : 1);
    const longitude = degreesAt(read, read.long(east + 8)) * (read.letter(eastOrWest + 8) === 'W' ? -1 : 1);
    return within(latitude, 90) && within(longitude, 180) ? { latitude, longitude } : null;
  } catch (error) {
    // What a camera wrote is not ours to trust: a place that cannot be read is no place.
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Degrees as EXIF writes them: whole degrees and minutes, seconds to a ten-thousandth (3 mm). */
const fractions = (degrees: number): string => {
  const units = Math.round(Math.abs(degrees) * 3600 * 10_000);
  const minutes = Math.floor(units / 600_000);
  return `${Math.floor(minutes / 60)}/1 ${minutes % 60}/1 ${units % 600_000}/10000`;
};

/** The tags that say a place, and nothing else, as sharp takes them. */
export const gpsTags = ({ latitude, longitude }: PlaceTaken): Readonly<Record<string, string>> => ({
  GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
  GPSLatitude: fractions(latitude),
  GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
  GPSLongitude: fractions(longitude),
});
