import { UndecodableProfile } from '../tree/undecodable';

/** Accepts finite numbers from 0 on, including fractions of scaled aggregates and sums beyond 2^53. */
export function checkedSamples(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new UndecodableProfile('A sample count is not a number of at least 0.');
}

/** Lines count from 1; 0 means unknown. */
export function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 0xffffffff;
}
