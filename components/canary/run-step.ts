import type { CanaryRun } from '@/lib/canary/run';

/**
 * The run a key leads to among runs in the order of time: arrows to the next and previous, Home and End to
 * the ends; from nowhere, to the newest. Undefined for other keys, and where there is no further run.
 */
export function runStep(
  runs: readonly CanaryRun[],
  currentId: string | null | undefined,
  key: string,
): CanaryRun | undefined {
  const at = runs.findIndex(({ id }) => id === currentId);
  switch (key) {
    case 'ArrowRight':
      return at === -1 ? runs.at(-1) : runs[at + 1];
    case 'ArrowLeft':
      return at === -1 ? runs.at(-1) : runs[at - 1];
    case 'Home':
      return runs[0];
    case 'End':
      return runs.at(-1);
    default:
      return undefined;
  }
}
