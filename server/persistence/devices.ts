/** A browser in which the owner of an account has signed in before. Its id is the SHA-256 of the secret in its cookie and of the account. */
export interface Device {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

export interface Devices {
  byId(id: string): Promise<Device | null>;
  /** Adds it, or lets it be known for longer. */
  keep(device: Device): Promise<void>;
  /** Forgets every browser of an account; returns how many. */
  removeOfAccount(accountId: string): Promise<number>;
}
