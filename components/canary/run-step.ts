import type { CanaryRun } from '@/lib/canary/run';

/**
 * The run that a key selects among runs, oldest first: arrows the next and previous, or the newest if none is selected;
 * Home and End the first and last. Undefined for other keys, and beyond the ends.
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
