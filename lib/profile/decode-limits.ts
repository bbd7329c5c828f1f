/** The most that an unzipped profile may hold. */
export type DecodeLimits = {
  /** Of Ion's text, which takes about a microsecond a byte to read. */
  textIonBytes: number;
  frames: number;
  /** Numbers, texts, lists and objects, wherever they stand. */
  values: number;
};

export const UNLIMITED: DecodeLimits = { textIonBytes: Infinity, frames: Infinity, values: Infinity };
