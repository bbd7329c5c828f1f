import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** `createdAt` is of the farm, if it is known. */
type When = { now: number; createdAt: number | undefined };

/** Why a range has no sessions: it is in the future, before the farm, or empty. */
export function noSessionsText(span: Span, { now, createdAt, zone }: When & { zone: string }): string {
  if (isFuture(span, now)) return 'This range is in the future. Sessions appear here once they have started.';
  if (isBefore(span, createdAt))
    return `This range ends before the farm was created (${formatInstant(createdAt, zone)}), so it has no sessions.`;
  return 'No sessions in this range.';
}

/** The same for a cell of a table. */
export function shortNoSessionsText(span: Span, { now, createdAt }: When): string {
  if (isFuture(span, now)) return 'Range in the future';
  return isBefore(span, createdAt) ? 'Range before the farm' : 'No sessions in this range';
}

const isFuture = ({ from }: Span, now: number) => from >= now;

const isBefore = ({ to }: Span, createdAt: number | undefined): createdAt is number =>
  createdAt !== undefined && to <= createdAt;
