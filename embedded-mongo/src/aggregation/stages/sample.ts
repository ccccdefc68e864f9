import { type Doc, isDoc, isNumeric, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { Memory, sizeOf } from '../memory.js';
import { inBatches, Wait } from '../run.js';
import type { CompileStage } from '../stage.js';
import { asLong } from '../values/numbers.js';

const sizeOfSample = (operand: Value): number => {
  if (!isDoc(operand)) throw new MongoError(28745, 'the $sample stage specification must be an object');
  for (const option of Object.keys(operand))
    if (option !== 'size') throw new MongoError(28748, `unrecognized option to $sample: ${option}`);
  const size = operand.size;
  if (size === undefined) throw new MongoError(28749, '$sample stage must specify a size');
  if (!isNumeric(size)) throw new MongoError(28746, 'size argument to $sample must be a number');
  const count = asLong(size);
  if (count === undefined || count <= 0n) throw new MongoError(28747, 'size argument to $sample must be a positive integer');
  return Number(count);
};

const shuffled = (docs: Doc[]): Doc[] => {
  for (let i = docs.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [docs[i], docs[j]] = [docs[j] as Doc, docs[i] as Doc];
  }
  return docs;
};

/** $sample: so many documents by chance, each with the same chance (reservoir sampling). */
export const sample: CompileStage = (operand, { pipeline }, name) => {
  const size = sizeOfSample(operand);
  return {
    name,
    reads: new Set(),
    exhaustive: false,
    *run(input, run) {
      const chosen: Doc[] = [];
      const memory = new Memory(name, pipeline);
      let met = 0;
      for (const item of input) {
        if (item instanceof Wait) {
          yield item;
          continue;
        }
        for (const doc of item) {
          const place = Math.floor(Math.random() * ++met);
          if (chosen.length < size) memory.hold(sizeOf(doc));
          if (chosen.length < size) chosen.push(doc);
          else if (place < size) chosen[place] = doc;
        }
      }
      yield* inBatches(shuffled(chosen), run);
    },
  };
};
