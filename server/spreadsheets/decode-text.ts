import iconv from 'iconv-lite';

/** What stands in the place of bytes that are no letter. */
const noLetter = '\ufffd';

/** A text in UTF-8 or UTF-16; null where the bytes are not. */
export const decodeUnicode = (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le'): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** A text in CP949, which Korean Excel writes; null where the bytes are not. Node's own decoder knows a part of its syllables alone. */
export const decodeCp949 = (bytes: Uint8Array): string | null => {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'cp949');
  return text.includes(noLetter) ? null : text;
};
