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

function nextIndex(runs: readonly CanaryRun[], { id, started }: Current): number {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? runs.findIndex((run) => run.started > started) : at + 1;
}

function previousIndex(runs: readonly CanaryRun[], { id, started }: Current): number {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? runs.findLastIndex((run) => run.started < started) : at - 1;
}
