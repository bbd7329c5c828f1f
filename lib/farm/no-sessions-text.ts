import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** Why a range has no sessions: it is in the future, before the farm, or empty. `createdAt` is of the farm, if it is known. */
export function noSessionsText(
  { from, to }: Span,
  { now, createdAt, zone }: { now: number; createdAt: number | undefined; zone: string },
): string {
  if (from >= now) return 'This range is in the future. Sessions appear here once they have started.';
  if (createdAt !== undefined && to <= createdAt)
    return `This range ends before the farm was created (${formatInstant(createdAt, zone)}), so it has no sessions.`;
  return 'No sessions in this range.';
}
