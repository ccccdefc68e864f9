/** A line of bytes without its line end, or the news that one was too long to keep. */
export type Line = { readonly bytes: Uint8Array } | { readonly tooLong: true };

const newline = 10;
const carriageReturn = 13;

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = Buffer.concat(parts);
  return whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole;
};

/**
 * Splits a stream into lines without ever holding more than one. A line end after the last line begins no further line.
 * @param longest most bytes of a line; the rest of a longer one is passed over
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const finished = (): Line => {
    const line: Line = length > longest ? { tooLong: true } : { bytes: joined(parts) };
    parts = [];
    length = 0;
    return line;
  };
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let begin = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, begin)) {
      keep(chunk.subarray(begin, end));
      yield finished();
      begin = end + 1;
    }
    if (begin < chunk.length) keep(chunk.subarray(begin));
  }
  if (length > 0) yield finished();
}
