import type { EvidenceFacts } from '../survey/evidence.js';

/** A file attached to an answer of an establishment. */
export interface Evidence extends EvidenceFacts {
  readonly establishmentId: string;
}

/** What is stored of a file: itself, and a small picture of it where it is one. */
export type EvidencePart = 'file' | 'thumbnail';

export interface EvidenceContent {
  readonly file: Uint8Array;
  readonly thumbnail: Uint8Array | null;
}

export interface EvidenceFiles {
  /** The file of this id if it belongs to the response; null for another's, exactly as for one that does not exist. */
  ofResponseById(responseId: string, id: string): Promise<Evidence | null>;
  /** Oldest first, with those that were taken off. */
  ofResponse(responseId: string): Promise<readonly Evidence[]>;
  /** The first so many behind an id, in the order of ids. */
  page(afterId: string, limit: number): Promise<readonly Evidence[]>;
  /** Null: there is no such part, or not all of it. */
  content(evidence: Evidence, part: EvidencePart): Promise<Uint8Array | null>;
  /** Only within a transaction: a file lies in many pieces. */
  add(evidence: Evidence, content: EvidenceContent): Promise<void>;
  /** Replaces what is known of a file; its content stays. Tells whether it was there. */
  change(evidence: Evidence): Promise<boolean>;
  /** Replaces a file's own bytes and what is known of it; only within a transaction. */
  changeContent(evidence: Evidence, file: Uint8Array): Promise<boolean>;
  /** Removes files for good, with everything stored of them; only within a transaction. Returns how many there were. */
  remove(ids: readonly string[]): Promise<number>;
}
