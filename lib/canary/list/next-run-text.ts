import { formatDayClock, formatInstant } from '@/lib/time/format';
import { relativeText } from '@/lib/time/relative';
import type { NextRun } from '../next-run';

type NextRunText = {
  text: string;
  /** A second line, without the zone. */
  note: string;
  title: string | undefined;
};

/** When a canary runs next, or why it doesn't. */
export function nextRunText(next: NextRun, now: number, zone: string): NextRunText {
  switch (next) {
    case 'stopped':
      return { text: 'stopped', note: '', title: undefined };
    case 'once':
      return { text: 'none', note: 'runs once', title: undefined };
    case 'never':
      return { text: 'never', note: 'no such date', title: 'The schedule names a date that no year has.' };
    case 'unknown':
      return { text: 'unknown', note: '', title: 'AWS does not tell when the schedule counts from.' };
    default:
      return {
        // A tab that was left open doesn't know whether it has run.
        text: next.at < now ? 'due' : relativeText(next.at, now),
        note: formatDayClock(next.at, zone),
        title: formatInstant(next.at, zone, 'second'),
      };
  }
}
