/** Processes that keep the server alive. When the last one is gone, it stops. */
export class Attachments {
  private readonly attached = new Set<object>();
  private waiting: NodeJS.Timeout | undefined;

  /**
   * @param onLast called when nobody is attached any more
   * @param graceMs how long the first process may take to attach; absent: the server stays without anybody
   */
  constructor(
    private readonly onLast: () => void,
    private readonly graceMs: number | undefined,
  ) {
    if (graceMs !== undefined) this.waiting = setTimeout(() => this.onLast(), graceMs);
  }

  attach(connection: object): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.attached.add(connection);
  }

  /** True when the connection was the last one attached and the server stops for that. */
  detach(connection: object): boolean {
    if (!this.attached.delete(connection) || this.attached.size > 0 || this.graceMs === undefined) return false;
    // The answer goes out before the server stops.
    setImmediate(() => {
      if (this.attached.size === 0) this.onLast();
    });
    return true;
  }

  /** Forgets the wait for a first process. */
  clear(): void {
    clearTimeout(this.waiting);
  }
}
