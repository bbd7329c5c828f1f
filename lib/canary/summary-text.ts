import { counted } from '@/lib/answer/words';
import { DAY } from '@/lib/time/duration';
import { formatClock, formatInstant } from '@/lib/time/format';
import { formatAvailability } from './availability';
import type { CanariesHeadline, CanarySummary } from './summary';

/** How a canary stands at the end of a span (`end`, epoch milliseconds): `up · 99.50 % of the newest 400 runs`. */
export function standing(summary: CanarySummary, zone: string, end: number) {
  const { failing, passed, finished, newestOnly, gone, loaded } = summary;
  if (failing) {
    const since =
      end - failing.since < DAY ? formatClock(failing.since, zone) : formatInstant(failing.since, zone);
    const text = `failing since ${failing.orEarlier ? `${since} or earlier` : since}`;
    return { outcome: 'failed' as const, text };
  }
  if (finished === 0) return { outcome: undefined, text: nothingFinished() };
  const of = newestOnly ? 'of the newest' : 'of';
  const share = `${formatAvailability(passed / finished)} ${of} ${counted(finished, 'run')}`;
  return { outcome: 'passed' as const, text: `up · ${share}` };

  function nothingFinished(): string {
    if (gone) return 'older than AWS keeps runs';
    if (loaded.from >= end) return 'runs of this range not read';
    return newestOnly ? 'none of the runs read has finished' : 'no finished runs in this range';
  }
}

/** All canaries in a few words; `most` is how many runs of each are read at most. */
export function headlineText({ up, told, share, newestOnly }: CanariesHeadline, most: number): string {
  if (told === 0 || share === undefined) return 'no finished runs in this range';
  const of = newestOnly ? `of the newest runs passed (at most ${most} of each canary)` : 'of runs passed';
  return `${up} of ${told} up · ${formatAvailability(share)} ${of}`;
}
