/** How far a number can be trusted: where it was read. */
export type Confidence = 'read-in-original' | 'read-in-copy' | 'two-copies' | 'derived' | 'recalled';
