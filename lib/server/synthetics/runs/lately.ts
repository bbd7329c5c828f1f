import { statusesOf } from '@/lib/canary/health/statuses';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import type { RunIndex } from './run-index';

/** Maximum number of runs that are judged: some for each of 51 locations and two browsers. */
const MAX_JUDGED = 500;

type Lately = CanaryWithLastRun['lately'];

/** By index, because a list judges hundreds of canaries whose runs were not read again since. */
const judged = new WeakMap<RunIndex, { asOf: number; lately: Lately }>();

/** Whether a canary failed or was silent in one of its browsers and locations when its newest runs were read last, and when that was. */
export function latelyOf(canary: Canary, index: RunIndex): Lately {
  const { asOf, known } = index;
  if (asOf === undefined) return undefined;
  const before = judged.get(index);
  if (before?.asOf === asOf) return before.lately;
  const all = known.newestFirst();
  const runs = all.slice(0, MAX_JUDGED);
  // Of runs that started together some may be left out.
  const from = Math.max(known.from, (all[MAX_JUDGED]?.started ?? Number.NEGATIVE_INFINITY) + 1);
  const span = { from: asOf - 1, to: asOf };
  const { state } = statusesOf({ runs, from, asOf }, canary, { span, now: asOf }).now;
  const lately = state === 'failing' || state === 'silent' ? { state, asOf } : undefined;
  judged.set(index, { asOf, lately });
  return lately;
}
