import type { CsvCell } from '@/lib/download/csv';
import { isoWithOffset } from '@/lib/time/iso-at';
import type { Span } from '@/lib/time/range';
import { GROUP_KEY_LABELS } from '../labels';
import type { Label } from '../names';
import { type OffsetSegment, offsetAt } from '../plan/offset-segments';
import type { GroupKey } from '../session-statistics';

export const TIME_HEADINGS = ['Start', 'End', 'Whole in range'];

/** The start and the end of a bucket, ISO 8601 with their offsets from UTC. */
export const spanCells = ({ from, to }: Span, segments: readonly OffsetSegment[]): CsvCell[] =>
  [from, to].map((instant) => isoWithOffset(instant, offsetAt(segments, instant), 'second'));

/** The start and the end of a bucket, and whether the range includes all of it. */
export const timeCells = (bucket: Span, range: Span, segments: readonly OffsetSegment[]): CsvCell[] => [
  ...spanCells(bucket, segments),
  bucket.from >= range.from && bucket.to <= range.to ? 'yes' : 'no',
];

/** Keys whose values have names that aren't their ids. */
const NAMED: readonly GroupKey[] = ['QUEUE_ID', 'FLEET_ID', 'JOB_ID', 'USER_ID'];

/** The headings of the columns of keys: `Queue`, `Queue id`. */
export const keyHeadings = (keys: readonly GroupKey[]): string[] =>
  keys.flatMap((key) => {
    const label = GROUP_KEY_LABELS[key];
    return NAMED.includes(key) ? [label, `${label} id`] : [label];
  });

/** The cells of those columns, from a label for each key. One without a value is empty. */
export const keyCells = (keys: readonly GroupKey[], labels: readonly Label[]): CsvCell[] =>
  keys.flatMap((key, at) => {
    const { id = '', name = '' } = labels[at] ?? {};
    const shown = id === '' ? '' : name;
    return NAMED.includes(key) ? [shown, id] : [shown];
  });
