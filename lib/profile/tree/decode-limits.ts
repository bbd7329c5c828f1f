/** The most that an unzipped profile may hold. */
export type DecodeLimits = {
  /** Of Ion's text, which takes about a microsecond a byte to read. */
  textIonBytes: number;
  frames: number;
  /** Thread states: each takes a number for every frame. */
  states: number;
  /** Of the names and files of all frames, each as often as a frame has it, as in JSON. */
  characters: number;
  /** Numbers, texts, lists and objects, wherever they stand. */
  values: number;
};

export const UNLIMITED: DecodeLimits = {
  textIonBytes: Infinity,
  frames: Infinity,
  states: Infinity,
  characters: Infinity,
  values: Infinity,
};
