import type { DecodeLimits } from '../../tree/decode-limits';

/** Bounds of one posted profile; `bytes` counts after decompression. */
export type PostLimits = DecodeLimits & { bytes: number };

/** [?] AWS documents no bounds. Posts of agents have some 100 kB; 30,000 frames are about 3 MB. */
export const MAX_POST: PostLimits = {
  bytes: 16 * 1024 * 1024,
  textIonBytes: 512 * 1024,
  frames: 200_000,
  states: 32,
  characters: 64 * 1024 * 1024,
  values: 1_000_000,
};

/** [?] Maximum self samples of a frame in a thread state: sums of them stay exact. */
export const MAX_SAMPLES = 2 ** 40;
