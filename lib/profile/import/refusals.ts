import { formatBytes } from '@/lib/answer/format-bytes';
import { formatNumber } from '@/lib/answer/format-number';
import { UndecodableProfile } from '../tree/undecodable';

/** Refuses counts of which some are negative. */
export const isDifference = (counts: string) =>
  new UndecodableProfile(
    `Some of its ${counts} are negative: it is a difference of two profiles. Push both profiles, and compare them in the dashboard.`,
  );

/** Refuses a profile with too many parts of a kind. */
export const hasTooMany = (maxCount: number, what: string) =>
  new UndecodableProfile(
    `It has more than ${formatNumber(maxCount)} ${what}. Record the program for a shorter time.`,
  );

/** What is wrong with a file of more than `maxBytes`, and what to do. */
export const isTooLarge = (maxBytes: number, when = '') =>
  `It is larger than ${formatBytes(maxBytes)}${when}. Record the program for a shorter time.`;
