import { counted } from '@/lib/answer/counted';
import { DAY } from '@/lib/time/duration';
import { formatClock, formatInstant } from '@/lib/time/format';
import { formatAvailability } from './availability';
import type { CanariesHeadline, CanarySummary } from './summary';

/** A canary's status at the end of a span (`end`, epoch milliseconds): `up · 99.50 % of the newest 400 runs`. */
export function statusOf(summary: CanarySummary, zone: string, end: number) {
  const { failing, passed, finished, isNewestOnly, isExpired, loaded } = summary;
  if (failing) {
    const since =
      end - failing.since < DAY ? formatClock(failing.since, zone) : formatInstant(failing.since, zone);
    const text = `failing since ${failing.orEarlier ? `${since} or earlier` : since}`;
    return { outcome: 'failed' as const, text };
  }
  if (finished === 0) return { outcome: undefined, text: noFinishedText() };
  const of = isNewestOnly ? 'of the newest' : 'of';
  const share = `${formatAvailability(passed / finished)} ${of} ${counted(finished, 'run')}`;
  return { outcome: 'passed' as const, text: `up · ${share}` };

  function noFinishedText(): string {
    if (isExpired) return 'older than AWS keeps runs';
    if (loaded.from >= end) return 'runs of this range were not read';
    return isNewestOnly ? 'none of the loaded runs has finished' : 'no finished runs in this range';
  }
}

/** The headline of all canaries; `maxRuns` is the maximum number of runs read of each. */
export function headlineText(headline: CanariesHeadline, maxRuns: number): string {
  const { upCount, count, share, isNewestOnly } = headline;
  if (count === 0 || share === undefined) return 'no finished runs in this range';
  const of = isNewestOnly
    ? `of the newest runs passed (at most ${maxRuns} of each canary)`
    : 'of runs passed';
  return `${upCount} of ${count} up · ${formatAvailability(share)} ${of}`;
}
