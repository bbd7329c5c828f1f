import { missedCount } from '../gaps/gap';
import { gapsOf } from '../gaps/gaps';
import type { Canary } from '../run';
import type { VariantRuns } from './current-variants';

export type Silence = { since: number; orEarlier: boolean; missed: number };

/**
 * The silence of a variant that lasts at an instant: runs were due since its newest one, but none started. Undefined when none is
 * missing. `knownFrom` is the instant from which all runs are known.
 */
export function silenceOf(
  { scheduled }: VariantRuns,
  canary: Canary,
  { at, knownFrom }: { at: number; knownFrom: number },
): Silence | undefined {
  const newest = scheduled[0];
  const from = Math.max(knownFrom, newest?.started ?? knownFrom);
  const gaps = gapsOf(newest ? [newest] : [], canary, { span: { from, to: at }, knownFrom: from, now: at });
  const missed = missedCount(gaps.filter(({ to }) => to === at));
  if (missed === 0) return undefined;
  return { since: newest?.started ?? from, orEarlier: newest === undefined, missed };
}
