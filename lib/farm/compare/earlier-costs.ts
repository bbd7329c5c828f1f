import { formatDuration, MINUTE } from '@/lib/time/duration';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import type { CostQuery } from '../plan/plan-aggregations';
import type { Costs } from '../stream/collect-costs';

/** The costs that others are compared with, as far as they are known. */
export type EarlierCosts =
  /** There is nothing to compare yet. */
  | { state: 'waiting' }
  /** There is nothing to compare. */
  | { state: 'impossible'; why: string }
  | { state: 'loading'; span: Span }
  /** `of` names the farms whose costs they are where there are others. */
  | { state: 'failed'; span: Span; error: Error; of?: string }
  | { state: 'known'; span: Span; query: CostQuery; costs: Costs };

/**
 * What figures are compared with, in sentences. `now` is the part of the range that they cover. `createdAt` is of the farm, if it is
 * known.
 */
export function earlierText(earlier: EarlierCosts, now: Span, zone: string, createdAt?: number): string {
  if (earlier.state === 'waiting') return '';
  if (earlier.state === 'impossible') return earlier.why;
  const span = formatSpan(earlier.span, zone);
  switch (earlier.state) {
    case 'loading':
      return `${span}: loading.`;
    case 'failed':
      return `${span}: ${earlier.of ? `costs of ${earlier.of} ` : ''}could not be read.`;
    case 'known':
      return [
        ...[`${span}.`, ...noneText(earlier.costs), ...differences(earlier.span, now)],
        ...createdText(earlier.span, zone, createdAt),
      ].join(' ');
  }
}

/** `rowCount` is of the rows before the viewer's filters. */
function noneText({ rows, rowCount }: Costs): string[] {
  if (rows.length > 0) return [];
  return [rowCount > 0 ? 'None of these sessions started then.' : 'No sessions started then.'];
}

/** A farm that began within a period, or after it, makes a change look larger than it is. */
function createdText({ from, to }: Span, zone: string, createdAt: number | undefined): string[] {
  if (createdAt === undefined || createdAt <= from) return [];
  const when = formatInstant(createdAt, zone);
  return [
    createdAt < to
      ? `The farm was created within it (${when}), so a part of it has no costs.`
      : `The farm was created after it (${when}).`,
  ];
}

/** Requests are for whole five minutes, so that viewers share them. */
const TOLERANCE_MS = 5 * MINUTE;

/** How the length of an earlier period differs from that of the range, and how much of the range it overlaps. */
function differences(earlier: Span, now: Span): string[] {
  const difference = earlier.to - earlier.from - (now.to - now.from);
  return [
    ...(Math.abs(difference) < TOLERANCE_MS
      ? []
      : [`It is ${formatDuration(Math.abs(difference))} ${difference > 0 ? 'longer' : 'shorter'}.`]),
    ...(earlier.to > now.from + TOLERANCE_MS
      ? [`It shares ${formatDuration(Math.min(earlier.to, now.to) - now.from)} with the range.`]
      : []),
  ];
}
