import { formatNumber } from '@/lib/answer/format-number';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { maxRunMs } from '@/lib/canary/no-end';
import type { Canary } from '@/lib/canary/run';
import { unreadableWarnings } from '../../aws/wire';
import { MAX_RUNS, type RunIndex } from './run-index';
import { retainedBy } from './runs-viewer';
import type { Viewer } from './shared-runs';

/** The start of the runs that a range needs: a retry in it may belong to a run that started before it. */
export const neededFrom = (canary: Canary, from: number): number => from - maxRunMs(canary);

/** The start of the runs in an answer. The newest ones are always in it, because they show a canary's present state. */
export const sentFrom = ({ known }: RunIndex, needed: number): number => Math.min(needed, known.newestFrom);

/** The instant from which an answer has all runs, for a viewer who needs those from `needed` on and gets those from `sent` on. */
export function answeredFrom(
  { known }: RunIndex,
  viewer: Pick<Viewer, 'from'>,
  needed: number,
  sent: number,
): number {
  // AWS has nothing before the viewer's start if that is later than what the range needs.
  const hasNoneBefore =
    viewer.from > needed || (known.from === Number.NEGATIVE_INFINITY && known.oldest >= needed);
  return known.from <= viewer.from && hasNoneBefore ? Number.NEGATIVE_INFINITY : Math.max(known.from, sent);
}

/** The runs read so far that a viewer needs. */
export function answeredRuns(
  index: RunIndex,
  viewer: Pick<Viewer, 'from'>,
  canary: Canary,
  needed: number,
): LoadedRuns {
  const { known, asOf } = index;
  const isRetained = retainedBy(canary, known);
  const sent = sentFrom(index, needed);
  const runs = known.newestFirst().filter((run) => run.started >= sent && isRetained(run));
  const from = answeredFrom(index, viewer, needed, sent);
  return { runs, from, completeFrom: Math.max(from, known.completeFrom), asOf };
}

/** Why older or other runs are missing. */
export const readingWarnings = ({ unreadableCount, isStuck, isCut }: RunIndex): string[] => [
  ...unreadableWarnings(unreadableCount, 'run'),
  ...(isStuck ? ['AWS sent the same page of runs again, so older runs were not read.'] : []),
  ...(isCut ? [`Only the newest ${formatNumber(MAX_RUNS)} runs were read.`] : []),
];
