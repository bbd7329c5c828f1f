import { csvRecord } from '@/lib/download/csv';
import { isoAt } from '@/lib/time/iso-at';
import type { Incident } from '../health/incidents';

const HEADINGS = [
  ...['Start', 'Started earlier', 'End', 'Length, ms', 'Length in the range, ms'],
  ...['Failed scheduled runs', 'Failed in the range', 'Reason'],
  ...['Locations', 'Browsers', 'First run id', 'Last run id'],
];

/** Incidents as records of a CSV file, in their order. The length of an open one is up to `now`, and its end is empty. */
export function* incidentsCsv(incidents: readonly Incident[], zone: string, now: number): Generator<string> {
  yield csvRecord(HEADINGS);
  for (const { from, to, orEarlier, failed, inSpan, reason, variants, first, last } of incidents) {
    const names = (of: readonly (string | undefined)[]) =>
      [...new Set(of)].filter((name) => name !== undefined).join(' ');
    yield csvRecord([
      ...[isoAt(from, zone), orEarlier ? 'maybe' : 'no', to === undefined ? undefined : isoAt(to, zone)],
      ...[(to ?? now) - from, inSpan.lengthMs, failed, inSpan.failed, reason],
      ...[
        names(variants.map(({ location }) => location)),
        names(variants.map(({ browserType }) => browserType)),
      ],
      ...[first.id, last.id],
    ]);
  }
}
