/** A profile in one format, written piece by piece, so that no large one is ever held whole. */
export type Written = {
  /** Bytes that it takes at most, before any compression. */
  mostBytes: number;
  /** Of its longest stack, which is held whole. */
  longestStackBytes: number;
  chunks(): Generator<Uint8Array>;
};

/** What a profile is called where a format has a place for it. */
export type Title = { group: string; range: string };
