/** A profile in one format, generated in chunks so that a large file is never in memory as a whole. */
export type ExportStream = {
  /** Upper bound of its size, before any compression. */
  maxBytes: number;
  /** Upper bound of its longest stack, which is in memory as a whole. */
  maxStackBytes: number;
  chunks(): Generator<Uint8Array>;
};

/** Title of a profile, for formats that have a field for it. */
export type ExportTitle = { group: string; range: string };
