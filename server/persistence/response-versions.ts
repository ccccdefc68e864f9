import type { Answers } from '../survey/answer.js';
import type { Author, Authors } from '../survey/author.js';
import type { Correction } from '../survey/correction.js';
import type { AttachedEvidence } from '../survey/evidence.js';
import type { Origins } from '../survey/origin.js';
import type { Reason } from '../survey/response.js';

/** Answers as they were submitted. Written once; there is no way to change or remove one, but to erase who answered. */
export interface ResponseVersion {
  /** The receipt's number. */
  readonly id: string;
  readonly responseId: string;
  readonly establishmentId: string;
  readonly roundId: string;
  readonly editionId: string;
  readonly editionHash: string;
  /** 1, 2, 3 … within a response. */
  readonly version: number;
  /** The revision of the response this was taken from. */
  readonly revision: number;
  readonly answers: Answers;
  readonly reasons: Readonly<Record<string, Reason>>;
  /** Where answers came from that nobody typed, and the corrections that were accepted, as they stood then. */
  readonly origins: Origins;
  readonly corrections: readonly Correction[];
  /** What was attached then. The files themselves are kept until retention erases them. */
  readonly evidence: readonly AttachedEvidence[];
  /** SHA-256 of the canonical form of answers and reasons, and of what was attached where something was; hex. */
  readonly hash: string;
  /** Questions whose answers were erased since; `hash` is still that of what was submitted. */
  readonly erased: readonly string[];
  readonly submittedAt: Date;
  /** By question id, who last changed its answer before. */
  readonly authors: Authors;
  readonly submittedBy: Author;
}

export interface ResponseVersions {
  byVersion(responseId: string, version: number): Promise<ResponseVersion | null>;
  /** Newest first. */
  ofResponse(responseId: string): Promise<readonly ResponseVersion[]>;
  /** What was submitted in a round and when, without what it says. */
  submissionsOf(roundId: string): Promise<readonly Pick<ResponseVersion, 'responseId' | 'establishmentId' | 'version' | 'submittedAt'>[]>;
  /** Takes the answers to some questions out of a version for good. */
  erase(version: ResponseVersion, questions: readonly string[]): Promise<void>;
  /** Throws AlreadyThere when the response has this version. */
  add(version: ResponseVersion): Promise<void>;
}
