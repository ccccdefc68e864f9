/** The fields of an urlencoded form or of a query: every text of every name, in the order sent. Names are flat and never nested. */
export type FormFields = ReadonlyMap<string, readonly string[]>;
