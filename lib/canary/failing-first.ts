import type { CanaryWithLastRun } from './run';

/** Sorts canaries whose last run failed first, then by name. */
export function failingFirst<C extends Pick<CanaryWithLastRun, 'name' | 'lastRun'>>(
  canaries: readonly C[],
): C[] {
  const rank = ({ lastRun }: C) => (lastRun?.state === 'FAILED' ? 0 : 1);
  return canaries.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}
