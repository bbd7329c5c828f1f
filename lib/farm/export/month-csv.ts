import { csvRecord } from '@/lib/download/csv';
import { isoWithOffset } from '@/lib/time/iso-at';
import { zoneOffset } from '@/lib/time/zone';
import type { MonthDay } from '../forecast/month-days';

const HEADINGS = [
  ...['Start', 'End', 'Cost so far, US $', 'Expected at its end, US $'],
  ...['In four of five cases from, US $', 'In four of five cases to, US $'],
];

/** The days of a month as records of a CSV file: what each cost so far, and what it is expected to have cost at its end. */
export function* monthCsv(days: readonly MonthDay[], zone: string): Generator<string> {
  yield csvRecord(HEADINGS);
  for (const { from, to, knownUsd, expected } of days)
    yield csvRecord([
      ...[from, to].map((instant) => isoWithOffset(instant, zoneOffset(instant, zone), 'second')),
      ...[knownUsd, expected?.costUsd, expected?.interval.from, expected?.interval.to],
    ]);
}
