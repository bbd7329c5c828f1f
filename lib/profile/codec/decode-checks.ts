import { UndecodableProfile } from '../tree/undecodable';

/** Samples are zero or more. Fractions are kept: an aggregate may have been scaled. A sum may be beyond exactness. */
export function checkedSamples(value: unknown): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new UndecodableProfile('A count of samples is not a number of zero or more.');
}

/** Lines count from 1: a 0 says nothing. */
export function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 0xffffffff;
}
