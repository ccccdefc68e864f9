import type { Language } from '../presentation/words/words.js';
import type { Site } from '../site.js';
import type { AccessRule } from './access-rule.js';
import type { FormFields } from './form-fields.js';
import type { Principal } from './principal.js';
import type { Views } from './view.js';

export type { Language };

/** What a handler is given. Everything in it was checked for shape and size, never for meaning. */
export interface RouteRequest<Who extends Principal = Principal> {
  readonly site: Site;
  readonly principal: Who;
  /** By the names in the path; already decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: FormFields;
  /** Empty for a request without a body. */
  readonly form: FormFields;
  readonly language: Language;
  /** The path and query as asked, for a link back to the same page. */
  readonly path: string;
  readonly requestId: string;
  /** How browsers reach the site, without a slash at the end: what a link to hand out begins with. */
  readonly baseUrl: string;
  /** The session the browser came with, valid or not. */
  readonly sessionSecret: string | null;
  /** The one text of a field of the form; undefined when it was not sent. Throws a Problem when it was sent twice. */
  field(name: string): string | undefined;
}

/** A file to download or an asset. */
export interface FileReply {
  readonly bytes: Uint8Array;
  /** Offered to the browser as the file's name; any Unicode. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
}

/** What a handler answers with; exactly one of them must be called. */
export interface RouteReply {
  /** Renders a page; status 200 unless stated. */
  view<Name extends keyof Views>(name: Name, model: Views[Name], status?: number): void;
  /** 303 to a path of this site, which must begin with a single "/". */
  redirect(path: string): void;
  /** As attachment. */
  file(file: FileReply): void;
  /** `immutable`: what stands under this path never changes, so the browser may keep it. */
  json(value: unknown, options?: { readonly status?: number; readonly immutable?: boolean }): void;
  setCookie(cookie: Cookie): void;
}

/** A cookie of this site; null removes it. Attributes that protect it are not the handler's to choose. */
export interface Cookie {
  readonly name: 'session' | 'language';
  readonly value: string | null;
  /** Absent: until the browser closes. */
  readonly maxAgeSeconds?: number;
}

export type Handler<Who extends Principal> = (request: RouteRequest<Who>, reply: RouteReply) => Promise<void>;

/** A route as declared; the list of them is what the tests walk. */
export interface DeclaredRoute {
  readonly method: 'get' | 'post';
  /** As Express reads it: "/responses/:responseId". */
  readonly path: string;
  readonly rule: AccessRule<Principal>;
  readonly handler: Handler<Principal>;
}

type Declare = <Who extends Principal>(path: string, rule: AccessRule<Who>, handler: Handler<Who>) => void;

/** The one way to declare a route: who may is part of the declaration. */
export interface Routes {
  readonly get: Declare;
  readonly post: Declare;
  readonly declared: readonly DeclaredRoute[];
}

export const newRoutes = (): Routes => {
  const declared: DeclaredRoute[] = [];
  const declare =
    (method: DeclaredRoute['method']): Declare =>
    (path, rule, handler) => {
      if (declared.some((route) => route.method === method && route.path === path))
        throw new Error(`Route declared twice: ${method} ${path}`);
      // The rule's verdict is what makes the principal a `Who`; the table of routes need not know which.
      declared.push({ method, path, rule: rule as AccessRule<Principal>, handler: handler as Handler<Principal> });
    };
  return { get: declare('get'), post: declare('post'), declared };
};
