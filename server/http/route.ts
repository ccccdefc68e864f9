import type { Visit } from '../operations/visit.js';
import type { Language } from '../presentation/words/words.js';
import type { Problem } from '../problem/problem.js';
import type { Site } from '../site.js';
import { type AccessRow, accessTable, type PrincipalOf } from './access-table.js';
import type { DataHandler, MediaType } from './data-route.js';
import type { FormFields } from './form-fields.js';
import type { Principal } from './principal.js';
import { type FileRule, ordinaryFile } from './upload.js';
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
  /** The file that came with the form; null: none, or none that could be taken. */
  readonly file: Uint8Array | null;
  /** What the browser called the files that were chosen: any text. */
  readonly fileNames: readonly string[];
  /** Whether the file was too large to be taken, where the route says that it wants to know. */
  readonly isFileTooLarge: boolean;
  readonly language: Language;
  /** The path and query as asked, for a link back to the same page. */
  readonly path: string;
  readonly requestId: string;
  /** How browsers reach the site, without a slash at the end: what a link to hand out begins with. */
  readonly baseUrl: string;
  /** The browser that asks. */
  readonly visit: Visit;
  /** What the browser was given when it left for the identity provider; null: nothing. */
  readonly identityCookie: string | null;
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
  /** Renders a page; status 200 unless stated: by a number, or by the Problem that the page tells of. */
  view<Name extends keyof Views>(name: Name, model: Views[Name], status?: number | Problem): void;
  /** 303 to a path of this site, which must begin with a single "/". */
  redirect(path: string): void;
  /** 303 to the address of the identity provider, the only place outside of this site that a page leads to. */
  leave(address: string): void;
  /** As attachment. */
  file(file: FileReply): void;
  json(value: unknown, options?: { readonly status?: number }): void;
  /** What stands under this path never changes: the browser may keep it, and it is sent packed to one that takes it so. */
  unchangingJson(value: object): Promise<void>;
  setCookie(cookie: Cookie): void;
}

/** A cookie of this site; null removes it. Attributes that protect it are not the handler's to choose. */
export interface Cookie {
  readonly name: 'session' | 'language' | 'device' | 'identity';
  readonly value: string | null;
  /** Absent: until the browser closes. */
  readonly maxAgeSeconds?: number;
}

export type Handler<Who extends Principal> = (request: RouteRequest<Who>, reply: RouteReply) => Promise<void>;

interface Declared {
  readonly method: 'get' | 'post';
  /** As Express reads it: "/responses/:responseId". */
  readonly path: string;
  /** Who may: the route's row in the access table. */
  readonly row: AccessRow;
}

/** A route for people: takes a form, answers with a page. */
export interface PageRoute extends Declared {
  readonly face: 'page';
  readonly handler: Handler<Principal>;
  /** What file its form may carry; null: none. */
  readonly takesFile: FileRule | null;
}

/** A route for programs: takes a body of one of its media types, answers with data; what goes wrong is problem+json. */
export interface DataRoute extends Declared {
  readonly face: 'data';
  /** Empty for a route without a body. */
  readonly takes: readonly MediaType[];
  readonly handler: DataHandler<Principal>;
}

/** A route as declared; the list of them is what the tests walk. */
export type DeclaredRoute = PageRoute | DataRoute;

type Method = DeclaredRoute['method'];
type Table = typeof accessTable;
/** The paths that have a row in the access table under a method. */
type PathOf<M extends Method> = { [Key in keyof Table]: Key extends `${M} ${infer Path}` ? Path : never }[keyof Table];
type RowOf<M extends Method, Path extends string> = `${M} ${Path}` extends keyof Table ? Table[`${M} ${Path}`] : never;

type Declare<M extends Method> = <Path extends PathOf<M>>(path: Path, handler: Handler<PrincipalOf<RowOf<M, Path>>>) => void;
type DataHandlerOf<M extends Method, Path extends string> = DataHandler<PrincipalOf<RowOf<M, Path>>>;

/** The one way to declare a route: its row in the access table says who may, and what principal the handler is given. */
export interface Routes {
  readonly get: Declare<'get'>;
  readonly post: Declare<'post'>;
  /** As `post`, with a form that may carry one file: of the size of an ordinary form, unless the rule says otherwise. */
  readonly postFile: <Path extends PathOf<'post'>>(path: Path, handler: Handler<PrincipalOf<RowOf<'post', Path>>>, rule?: FileRule) => void;
  readonly getData: <Path extends PathOf<'get'>>(path: Path, handler: DataHandlerOf<'get', Path>) => void;
  readonly postData: <Path extends PathOf<'post'>>(path: Path, takes: readonly MediaType[], handler: DataHandlerOf<'post', Path>) => void;
  readonly declared: readonly DeclaredRoute[];
}

export const newRoutes = (): Routes => {
  const declared: DeclaredRoute[] = [];
  const declaredAs = (method: Method, path: string): Declared => {
    if (declared.some((route) => route.method === method && route.path === path))
      throw new Error(`Route declared twice: ${method} ${path}`);
    const row: AccessRow | undefined = (accessTable as Readonly<Record<string, AccessRow>>)[`${method} ${path}`];
    if (row === undefined) throw new Error(`Route without a row in the access table: ${method} ${path}`);
    return { method, path, row };
  };
  // The verdict of its row is what makes the principal one the handler knows; the list of routes need not know which.
  const page =
    <M extends Method>(method: M, takesFile: FileRule | null = null): Declare<M> =>
    (path, handler) =>
      void declared.push({ ...declaredAs(method, path), face: 'page', takesFile, handler: handler as unknown as Handler<Principal> });
  const data = (method: Method, path: string, takes: readonly MediaType[], handler: unknown): void =>
    void declared.push({ ...declaredAs(method, path), face: 'data', takes, handler: handler as DataHandler<Principal> });
  return {
    get: page('get'),
    post: page('post'),
    postFile: (path, handler, rule = ordinaryFile) => page('post', rule)(path, handler),
    getData: (path, handler) => data('get', path, [], handler),
    postData: (path, takes, handler) => data('post', path, takes, handler),
    declared,
  };
};
