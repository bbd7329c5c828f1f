import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { completeFrom } from './availability';
import { completelyKnownFrom, retainedAt } from './known';
import { retentionText } from './labels';
import type { LoadedRuns } from './loaded';
import type { Canary } from './run';

/** From when on the availability of a span is known, if AWS no longer keeps all of its runs; undefined if it does. */
export function retentionWarning(
  loaded: LoadedRuns | undefined,
  canary: Canary,
  { span, now, zone }: { span: Span; now: number; zone: string },
): string | undefined {
  // Runs that are not loaded yet are known nevertheless.
  const since = loaded
    ? Math.min(completelyKnownFrom(loaded, canary, now), completeFrom(canary, retainedAt(loaded, now)))
    : completeFrom(canary, now);
  if (since <= span.from) return undefined;
  return `${retentionText(canary)}. Availability before ${formatInstant(since, zone)} is unknown.`;
}
