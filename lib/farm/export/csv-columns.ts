import type { CsvCell } from '@/lib/download/csv';
import type { Span } from '@/lib/time/range';
import { formatOffset } from '@/lib/time/zone';
import { GROUP_KEY_LABELS } from '../labels';
import type { Label } from '../names';
import { type OffsetSegment, offsetAt } from '../plan/offset-segments';
import type { GroupKey } from '../session-statistics';

export const TIME_HEADINGS = ['Start', 'End', 'Whole in range'];

/** The start and the end of a bucket, ISO 8601 with their offsets from UTC, and whether the range includes all of it. */
export const timeCells = ({ from, to }: Span, range: Span, segments: readonly OffsetSegment[]): CsvCell[] => [
  ...[from, to].map((instant) => isoAt(instant, offsetAt(segments, instant))),
  from >= range.from && to <= range.to ? 'yes' : 'no',
];

function isoAt(instant: number, offsetMs: number): string {
  const wall = new Date(instant + offsetMs).toISOString().slice(0, 19);
  return `${wall}${offsetMs === 0 ? 'Z' : formatOffset(offsetMs).replace('UTC', '')}`;
}

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
