import { type ClientSession, type Model, type mongo, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import type { Evidence, EvidenceFiles, EvidencePart } from './evidence.js';
import { anything, count, moment, momentOrNull, schemaOf, text } from './schema.js';

export type EvidenceDocument = Lying<Evidence>;

export const evidenceSchema = schemaOf<EvidenceDocument>({
  responseId: text,
  establishmentId: text,
  question: text,
  months: anything,
  name: text,
  type: { type: String, enum: ['image/jpeg', 'application/pdf'], required: true },
  size: count,
  sha256: text,
  receivedSha256: text,
  place: { ...anything, required: false },
  addedAt: moment,
  takenOffAt: momentOrNull,
});
evidenceSchema.index({ responseId: 1, addedAt: 1 });

/** A piece of what is stored of a file. */
interface Piece {
  /** File, part and number: a file sent again finds its pieces there. */
  readonly id: string;
  readonly evidenceId: string;
  readonly part: EvidencePart;
  readonly number: number;
  readonly bytes: Uint8Array;
}

export type EvidencePieceDocument = Omit<Lying<Piece>, 'bytes'> & { bytes: Buffer | mongo.Binary };

export const evidencePieceSchema = schemaOf<EvidencePieceDocument>({
  evidenceId: text,
  part: { type: String, enum: ['file', 'thumbnail'], required: true },
  number: count,
  bytes: { type: Buffer, required: true },
});
evidencePieceSchema.index({ evidenceId: 1, part: 1, number: 1 }, { unique: true });

/** Far below what a document may hold, so that no file is too large for one. */
const pieceLength = 512 * 1024;

const pieceShape: Shape<Piece, EvidencePieceDocument> = {
  lay: ({ id, bytes, ...rest }) => ({ _id: id, ...rest, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }),
  lift: ({ _id, bytes, ...rest }) => ({ id: _id, ...rest, bytes: Buffer.isBuffer(bytes) ? bytes : bytes.buffer }),
};

const piecesOf = (evidenceId: string, part: EvidencePart, bytes: Uint8Array): readonly Piece[] =>
  Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, number) => ({
    id: `${evidenceId}:${part}:${number}`,
    evidenceId,
    part,
    number,
    bytes: bytes.subarray(number * pieceLength, (number + 1) * pieceLength),
  }));

export const evidenceIn = (
  model: Model<EvidenceDocument>,
  pieceModel: Model<EvidencePieceDocument>,
  session: ClientSession | null,
): EvidenceFiles => {
  const documents = documentsOf(model, asIs<Evidence>(), session);
  const pieces = documentsOf(pieceModel, pieceShape, session);
  const lay = async (evidenceId: string, part: EvidencePart, bytes: Uint8Array): Promise<void> => {
    for (const piece of piecesOf(evidenceId, part, bytes)) await pieces.add(piece);
  };
  return {
    ofResponseById: (responseId, id) => documents.one({ _id: id, responseId }),
    ofResponse: (responseId) => documents.many({ responseId }, { addedAt: 1, _id: 1 }),
    page: (afterId, limit) => documents.many({ _id: trusted({ $gt: afterId }) }, { _id: 1 }, limit),
    content: async ({ id, size }, part) => {
      const found = await pieces.many({ evidenceId: id, part }, { number: 1 });
      const whole = Buffer.concat(found.map(({ bytes }) => bytes));
      const isWhole = found.every(({ number }, at) => number === at) && (part === 'file' ? whole.length === size : whole.length > 0);
      return isWhole ? whole : null;
    },
    add: async (evidence, { file, thumbnail }) => {
      await lay(evidence.id, 'file', file);
      if (thumbnail !== null) await lay(evidence.id, 'thumbnail', thumbnail);
      await documents.add(evidence);
    },
    change: (evidence) => documents.replace({ _id: evidence.id }, evidence),
    changeContent: async (evidence, file) => {
      await pieces.remove({ evidenceId: evidence.id, part: 'file' });
      await lay(evidence.id, 'file', file);
      return documents.replace({ _id: evidence.id }, evidence);
    },
    remove: async (ids) => {
      const some = trusted({ $in: [...ids] });
      await pieces.remove({ evidenceId: some });
      return documents.remove({ _id: some });
    },
  };
};
