/** The browser somebody comes with, before it is known who they are. */
export interface Visit {
  /** Network address of the request. */
  readonly from: string;
  /** The network it belongs to, as far as limits go. */
  readonly network: string;
  /** The browser's kind, for its owner's list of sessions. */
  readonly device: string;
  /** Secret of the cookie that marks a browser in which somebody signed in before; null: it has none. */
  readonly deviceSecret: string | null;
  /** Secret of the session it came with, valid or not; null: none. */
  readonly sessionSecret: string | null;
}
