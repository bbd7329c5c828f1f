import { compareNames } from '@/lib/answer/compare-names';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { CanaryHealth } from './canary-health';

type Named = { name: string; health?: CanaryHealth | undefined };

/** The failed scheduled runs of canaries in a span. */
export type FailedCanaries = {
  failed: number;
  finished: number;
  /** Those with failed runs, the most first. */
  canaries: { name: string; failed: number }[];
  /** Canaries of which not all runs are known: not read, or no longer kept by AWS. */
  unknown: number;
};

/** Adds up the failed runs of canaries. `isCovered`: whether all runs of the span were read that AWS has. */
export function failedCanaries(all: readonly (Named & { isCovered: boolean })[]): FailedCanaries {
  const counts = all.map(({ name, health, isCovered }) => ({
    name,
    finished: health?.finished ?? 0,
    failed: health ? health.finished - health.passed : 0,
    isKnown: health !== undefined && isCovered && health.coverage.from <= health.heartbeat.from,
  }));
  const sum = (of: 'failed' | 'finished') => counts.reduce((total, each) => total + each[of], 0);
  return {
    failed: sum('failed'),
    finished: sum('finished'),
    canaries: counts
      .filter(({ failed }) => failed > 0)
      .map(({ name, failed }) => ({ name, failed }))
      .sort((a, b) => b.failed - a.failed || compareNames(a.name, b.name)),
    unknown: counts.filter(({ isKnown }) => !isKnown).length,
  };
}

/** `7 of 120 runs failed`, `none of 120 runs failed`, `no run finished`. */
export function failedCanariesText({ failed, finished }: FailedCanaries): string {
  if (finished === 0) return 'no run finished';
  return `${failed === 0 ? 'none' : formatNumber(failed)} of ${counted(finished, 'run')} failed`;
}
