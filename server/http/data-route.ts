import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import type { Principal } from './principal.js';
import type { ErrorEntry } from './problem-document.js';

/** The media types a data route can take. A form of another site can send none of them without asking first. */
export type MediaType = 'application/json' | 'application/x-ndjson';

/** What the handler of a data route is given. */
export interface DataRequest<Who extends Principal = Principal> {
  readonly site: Site;
  readonly principal: Who;
  readonly params: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Of the body, without its parameters; null for a route without one. */
  readonly mediaType: MediaType | null;
  /** The body as it arrives; nothing more is received than what is read. Empty for a route without one. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** What the handler answers with; exactly one of them must be called, and awaited where it can be. */
export interface DataReply {
  json(value: unknown): void;
  /** Sends pieces of text as they come, no faster than they are received. No further one is made once the receiver has gone. */
  stream(mediaType: MediaType, pieces: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /** Refuses with every fault that was found; the first one decides the status. */
  refuse(first: Problem, errors: readonly ErrorEntry[]): Promise<void>;
}

export type DataHandler<Who extends Principal> = (request: DataRequest<Who>, reply: DataReply) => Promise<void>;
