import type { Fault } from '../domain/fault.js';

/** Room for the most activities a request may have, each as long as it may be. */
export const largestInput = 128 * 1024 * 1024;

/** A text handed in as bytes, or why it cannot be read as one. */
export type ReadText = { readonly text: string } | { readonly fault: Fault };

const refused = (code: string, values: Fault['values'] = {}): ReadText => ({ fault: { code, field: '', values } });

/** The text of bytes that must be UTF-8. */
export const textOf = (bytes: Uint8Array): ReadText => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return refused('notUtf8');
    throw error;
  }
};

/** The text a stream holds. Reading stops where it grows larger than an input can be. */
export const textOfStream = async (chunks: AsyncIterable<Uint8Array>, most: number = largestInput): Promise<ReadText> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return refused('inputTooLarge', { most });
    parts.push(chunk);
  }
  return textOf(Buffer.concat(parts));
};
