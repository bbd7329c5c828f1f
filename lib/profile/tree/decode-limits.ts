/** Maximum content of an unzipped profile. */
export type DecodeLimits = {
  /** Size of Ion text, which takes about a microsecond per byte to read. */
  textIonBytes: number;
  frames: number;
  /** Thread states: each is a column with a number for every frame. */
  states: number;
  /** Characters of the names and files of all frames, repetitions included, as in JSON. */
  characters: number;
  /** Numbers, strings, lists and objects at any depth. */
  values: number;
};

export const UNLIMITED: DecodeLimits = {
  textIonBytes: Infinity,
  frames: Infinity,
  states: Infinity,
  characters: Infinity,
  values: Infinity,
};
