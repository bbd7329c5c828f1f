import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { RangeEvent } from './range-filter';
import type { CanaryColumn } from './sort-rows';

export type ReadingAll = {
  /** Canaries that match the other filters. */
  total: number;
  /** Those of them that were read, and those that could not be. */
  read: number;
  failed: number;
  /** Those that were read before the last refresh, and not again yet. */
  earlier: number;
  /** Those that are not read, because they have too many runs. */
  leftOut: number;
  /** Canaries to which the event happened. */
  found: number;
  event: RangeEvent | null;
  sortedBy: CanaryColumn;
};

const EVENT_WORDS: Record<RangeEvent, string> = {
  failed: 'failed in the range',
  missed: 'missed runs in the range',
};

const COLUMN_WORDS: Partial<Record<CanaryColumn, string>> = {
  availability: 'Availability',
  p50: 'p50',
  p95: 'p95',
  last: 'Last run',
};

/**
 * How far an order or filter by figures is from that of all canaries: `Availability read for 120 of 500 canaries; the order is of
 * those.` Empty when an order is of all.
 */
export function readingAllText(reading: ReadingAll): string {
  const { total, read, earlier, failed, leftOut, found, event, sortedBy } = reading;
  const canaries = counted(total, 'canary', 'canaries');
  const sentences = [];
  if (read < total) {
    const what = event ? 'Runs' : COLUMN_WORDS[sortedBy];
    const meaning = event ? `${formatNumber(found)} of those ${EVENT_WORDS[event]}` : 'the order is of those';
    sentences.push(`${what} read for ${formatNumber(read)} of ${canaries}; ${meaning}.`);
  } else if (event) sentences.push(`${formatNumber(found)} of ${canaries} ${EVENT_WORDS[event]}.`);
  if (earlier > 0) sentences.push(`${counted(earlier, 'canary is', 'canaries are')} not read again yet.`);
  if (failed > 0) sentences.push(`${counted(failed, 'canary', 'canaries')} could not be read.`);
  if (leftOut > 0)
    sentences.push(
      `${counted(leftOut, 'canary', 'canaries')} would take too many requests in this range: choose a shorter one, or filter.`,
    );
  return sentences.join(' ');
}
