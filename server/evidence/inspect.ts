import { evidenceProblem } from '../problem/evidence-problems.js';
import { type FileKind, fileKind } from './file-kind.js';
import { otherFace } from './other-faces.js';
import { pdfFault } from './pdf-checks.js';

/**
 * What a file is, once it is known to be that and nothing else. A PDF has been looked through as well; a picture is when it is made anew.
 * Throws Problems that name the file.
 */
export const inspectFile = async (bytes: Uint8Array, name: string): Promise<FileKind> => {
  if (bytes.length === 0) throw evidenceProblem('emptyFile', { name });
  const kind = await fileKind(bytes);
  if (kind === null) throw evidenceProblem('kindUnknown', { name });
  const face = otherFace(kind, bytes);
  if (face !== null) throw evidenceProblem('twoInOne', { name, what: face });
  const fault = kind === 'pdf' ? pdfFault(bytes) : null;
  if (fault !== null) throw evidenceProblem(fault.code, { name, what: fault.what });
  return kind;
};
