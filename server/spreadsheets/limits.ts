/** What a file of tables may be. Far beyond any form of ours: 500 rows of 12 fields with their twelve months unpack to 3 MiB. */
export const sheetLimits = {
  bytes: 1000 * 1024,
  entries: 200,
  /** Of all entries together, as declared and as it comes out. */
  unpackedBytes: 20 * 1024 * 1024,
  /** Of one entry of more than `ratioFrom` bytes. */
  ratio: 150,
  ratioFrom: 1024 * 1024,
  sheets: 60,
  cells: 200_000,
  rows: 20_000,
  columns: 300,
  /** Characters of one cell; no program keeps more. */
  cellLength: 32_767,
  readMs: 10_000,
  heapMib: 192,
} as const;
