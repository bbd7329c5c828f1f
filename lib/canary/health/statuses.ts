import type { Span } from '@/lib/time/range';
import { knownFrom, knownRuns, knownUntil } from '../known';
import type { LoadedRuns } from '../loaded';
import type { Canary } from '../run';
import type { CanaryHealth } from './canary-health';
import { statusAt } from './status-at';

/** A canary's states now and at the end of a span, from its loaded runs. */
export function statusesOf(
  loaded: LoadedRuns,
  canary: Canary,
  { span, now }: { span: Span; now: number },
): Pick<CanaryHealth, 'now' | 'atEnd'> {
  const from = knownFrom(loaded, canary, now);
  const scheduled = knownRuns(loaded, from);
  const hasNone = loaded.from === Number.NEGATIVE_INFINITY && loaded.runs.length === 0;
  const status = (at: number) =>
    statusAt(scheduled, canary, { at, knownFrom: from, knownTo: knownUntil(loaded, now), hasNone });
  const current = status(now);
  return { now: current, atEnd: span.to < now ? status(span.to) : current };
}
