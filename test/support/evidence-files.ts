import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Seoul City Hall, as a camera writes it. */
const cityHall = { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 5890/100', GPSLongitudeRef: 'E', GPSLongitude: '126/1 58/1 4117/100' };
export const cityHallPlace = { latitude: 37.566361, longitude: 126.978103 };

interface PictureWish {
  readonly width?: number;
  readonly height?: number;
  readonly format?: 'jpeg' | 'png' | 'webp';
  /** As a camera says how it was held: 6 is a quarter turn. */
  readonly orientation?: number;
  readonly place?: boolean;
}

/** A picture whose upper left quarter is red, the rest white: so it can be seen which way up it is. */
export const picture = async ({
  width = 400,
  height = 300,
  format = 'jpeg',
  orientation,
  place = false,
}: PictureWish = {}): Promise<Buffer> => {
  const corner = { create: { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3, background: '#d00' } } as const;
  let drawn = sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([{ input: corner, left: 0, top: 0 }]);
  if (place) drawn = drawn.withExif({ IFD0: { Make: 'CameraMaker', Artist: '홍길동' }, IFD3: cityHall });
  if (orientation !== undefined) drawn = drawn.withMetadata({ orientation });
  return drawn.toFormat(format).toBuffer();
};

/** The check of a PNG chunk (ISO 3309), bit by bit. */
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A few kilobytes that say they are so many pixels. */
export const pixelBomb = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const lines = deflateSync(Buffer.alloc(1024 * 1024));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', lines),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A PDF of these objects, the first of which is its catalog. */
export const pdfOf = (objects: readonly string[], trailer = ''): Buffer => {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const begin = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${text}startxref\n${begin}\n%%EOF\n`, 'latin1');
};

const pages = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'];

/** A bill of one page. `words` make each of them another file. */
export const pdf = (words = 'bill'): Buffer => pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', ...pages, `(${words})`]);

/** A PDF whose catalog has one entry more, and objects that it may name. */
export const pdfWith = (entry: string, ...objects: readonly string[]): Buffer =>
  pdfOf([`<< /Type /Catalog /Pages 2 0 R ${entry} >>`, ...pages, ...objects]);

/** An object stream as text of a PDF: what it holds, packed. */
export const objectStream = (
  inside: string,
  dictionary = '/Filter /FlateDecode',
  pack: (bytes: Buffer) => Buffer = deflateSync,
): string => {
  const packed = pack(Buffer.from(inside, 'latin1'));
  return `<< /Type /ObjStm /N 1 /First 4 ${dictionary} /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
};

/** The end of a ZIP that says that all before it is none of its business. */
const zipEnd = Buffer.from('PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1');

export const asZip = (bytes: Buffer): Buffer => Buffer.concat([bytes, zipEnd]);
