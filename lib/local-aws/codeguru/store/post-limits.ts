import type { DecodeLimits } from '@/lib/profile/tree/decode-limits';

/** The most that one posted profile may hold; `bytes` are those once unzipped. */
export type PostLimits = DecodeLimits & { bytes: number };

/** An agent's posts are some 100 kB; 30,000 frames are about 3 MB. Not documented by AWS: our choice. */
export const MAX_POST: PostLimits = {
  bytes: 16 * 1024 * 1024,
  textIonBytes: 512 * 1024,
  frames: 200_000,
  states: 32,
  characters: 64 * 1024 * 1024,
  values: 1_000_000,
};
