import { scheduledRuns } from '@/lib/canary/attempts';
import type { CanaryRun } from '@/lib/canary/run';

type Current = Pick<CanaryRun, 'id' | 'started'>;

/**
 * The run that a key selects among runs, oldest first: arrows the next and previous, or the newest if none is current;
 * Home and End the first and last. From a run that isn't among them, arrows go to the nearest ones around its start.
 * Undefined for other keys, and beyond the ends.
 */
export function runStep(
  runs: readonly CanaryRun[],
  current: Current | undefined,
  key: string,
): CanaryRun | undefined {
  switch (key) {
    case 'ArrowRight':
      return current ? runs[nextIndex(runs, current)] : runs.at(-1);
    case 'ArrowLeft':
      return current ? runs[previousIndex(runs, current)] : runs.at(-1);
    case 'Home':
      return runs[0];
    case 'End':
      return runs.at(-1);
    default:
      return undefined;
  }
}

/**
 * The last attempt of the next or previous failed scheduled run among runs, oldest first. From a run that isn't among them, of the nearest
 * one after or before its start. Undefined if there is none.
 */
export function failedStep(
  runs: readonly CanaryRun[],
  current: Current,
  to: 'next' | 'previous',
): CanaryRun | undefined {
  const oldestFirst = scheduledRuns(runs).toReversed();
  const at = oldestFirst.findIndex(({ attempts }) => attempts.some(({ id }) => id === current.id));
  const found =
    to === 'next'
      ? oldestFirst.find(
          ({ outcome, started }, i) =>
            outcome === 'failed' && (at === -1 ? started > current.started : i > at),
        )
      : oldestFirst.findLast(
          ({ outcome, started }, i) =>
            outcome === 'failed' && (at === -1 ? started < current.started : i < at),
        );
  return found?.attempts.at(-1);
}

function nextIndex(runs: readonly CanaryRun[], { id, started }: Current): number {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? runs.findIndex((run) => run.started > started) : at + 1;
}

function previousIndex(runs: readonly CanaryRun[], { id, started }: Current): number {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? runs.findLastIndex((run) => run.started < started) : at - 1;
}
