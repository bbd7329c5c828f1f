import { formatDayClock } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { completeFrom, retentionDays } from '../availability';
import type { Canary } from '../run';

type CoverageText = { text: string; title: string };

/** From when on the runs of a span are known, and why not before; undefined if all are known. */
export function coverageText(
  canary: Canary,
  { coverage, span, now }: { coverage: Span; span: Span; now: number },
  zone: string,
): CoverageText | undefined {
  if (coverage.from <= span.from) return undefined;
  const { passed, failed } = retentionDays(canary);
  const kind = passed < failed ? 'failed' : 'passed';
  const kept =
    passed === failed
      ? 'AWS keeps no earlier runs.'
      : `Of earlier runs AWS keeps ${kind} ones only, which count for nothing.`;
  const title = coverage.from > completeFrom(canary, now) ? 'Earlier runs were not read.' : kept;
  return { text: `since ${formatDayClock(coverage.from, zone)}`, title };
}
