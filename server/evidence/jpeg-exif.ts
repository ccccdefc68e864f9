/** Segments of a JPEG in which cameras and programs say things about it: APP1 to APP15 and comments. APP0 says how it is drawn. */
const isAside = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
const startOfScan = 0xda;

/**
 * A JPEG that this site made, without its EXIF data: what is drawn stays the same, bit for bit. Throws an Error for bytes that are not such
 * a JPEG.
 */
export const withoutExif = (jpeg: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error('not a JPEG');
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  for (let at = 2; ; ) {
    const marker = bytes.readUInt16BE(at) - 0xff00;
    if (marker === startOfScan) return Buffer.concat([...kept, bytes.subarray(at)]);
    if (marker < 0xc0 || marker > 0xfe) throw new Error('not a JPEG of this site');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (!isAside(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
};
