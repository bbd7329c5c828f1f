import { csvRecord } from '@/lib/download/csv';
import { isoWithOffset } from '@/lib/time/iso-at';
import { zoneOffset } from '@/lib/time/zone';
import type { CostCurve } from '../curve/cost-curve';

const HEADINGS = ['Until', 'Left by the cost of sessions, US $', 'Left at the pace of AWS’s figure, US $'];

/**
 * A burn-down as records of a CSV file: what was left of the budget, then what is left by AWS's own figure and will be at that pace.
 */
export function* burnDownCsv({ known, expected }: CostCurve, zone: string): Generator<string> {
  const until = (at: number) => isoWithOffset(at, zoneOffset(at, zone), 'second');
  yield csvRecord(HEADINGS);
  for (const { at, costUsd } of known) yield csvRecord([until(at), costUsd, undefined]);
  for (const { at, costUsd } of expected) yield csvRecord([until(at), undefined, costUsd]);
}
