import type { Answer } from '@/lib/answer/answer';
import { compareNames } from '@/lib/answer/compare-names';
import type { HealthState } from '../health/canary-health';
import type { CanaryWithLastRun } from '../run';
import { canaryRow, statesToPlace } from './canary-row';

const BAD: readonly HealthState[] = ['failing', 'silent', 'never ran'];

/**
 * The names of canaries before their runs of a range are read: failing ones first, then silent ones, then the others. By their last
 * runs and schedules, and by the runs that were read lately.
 */
export function worstFirst({ data, partial }: Answer<CanaryWithLastRun[]>, now: number): string[] {
  const known = { health: undefined, groups: [], hasLastRuns: !partial };
  return data
    .map((canary) => {
      const states = statesToPlace(canaryRow(canary, known, now));
      const bad = BAD.findIndex((state) => states.includes(state));
      return { name: canary.name, rank: bad === -1 ? BAD.length : bad };
    })
    .sort((a, b) => a.rank - b.rank || compareNames(a.name, b.name))
    .map(({ name }) => name);
}
