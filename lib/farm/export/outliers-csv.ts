import { csvRecord } from '@/lib/download/csv';
import { peersText } from '../outliers/outlier-text';
import type { Outlier } from '../outliers/outliers';
import type { OffsetSegment } from '../plan/offset-segments';
import type { AggregationPeriod } from '../session-statistics';
import { spanCells } from './csv-columns';

const HEADINGS = [
  ...['Start', 'End', 'Cost, US $', 'Usual cost, US $', 'The usual cost is'],
  ...['Compute hours, times the usual', 'Cost per compute hour, times the usual', 'Reason'],
];

type OutliersCsvOptions = {
  period: AggregationPeriod;
  segments: readonly OffsetSegment[];
  reasonOf(outlier: Outlier): string;
};

/** Every outlier as a record of a CSV file, the largest difference first. What isn't known is empty. */
export function* outliersCsv(
  outliers: readonly Outlier[],
  { period, segments, reasonOf }: OutliersCsvOptions,
): Generator<string> {
  yield csvRecord(HEADINGS);
  for (const outlier of outliers) {
    const { bucket, costUsd, usualUsd, peers, hoursFactor, rateFactor } = outlier;
    yield csvRecord([
      ...spanCells(bucket, segments),
      ...[costUsd, usualUsd, peersText(peers, period), hoursFactor, rateFactor, reasonOf(outlier)],
    ]);
  }
}
