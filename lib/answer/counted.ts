import { formatNumber } from './format-number';

/** `1 queue`, `1,200 rows`, `2 retries`. */
export const counted = (count: number, singular: string, plural = `${singular}s`) =>
  `${formatNumber(count)} ${count === 1 ? singular : plural}`;
