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

/** What an answer is for: a viewer of a canary who needs the runs from `needed` on and gets those from `sent` on. */
type Answered = { viewer: Pick<Viewer, 'from'>; canary: Canary; needed: number; sent: number };

/** The instant from which an answer has all runs; -Infinity if there are none before it. */
export function answeredFrom({ known }: RunIndex, { viewer, canary, needed, sent }: Answered): number {
  const { created = Number.NEGATIVE_INFINITY } = canary;
  const isFirstKnown = known.from === Number.NEGATIVE_INFINITY && known.oldest >= needed;
  if (isFirstKnown || (created > needed && known.from <= created)) return Number.NEGATIVE_INFINITY;
  // AWS has nothing before the viewer's start if that is later than what the range needs. The archive may have what another one needs.
  const isAll = viewer.from > needed && known.from <= viewer.from;
  return isAll ? Math.min(needed, sent) : Math.max(known.from, sent);
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
  const from = answeredFrom(index, { viewer, canary, needed, sent });
  return { runs, from, completeFrom: Math.max(from, known.completeFrom), asOf };
}

/** Why older or other runs are missing. */
export const readingWarnings = ({ unreadableCount, isStuck, isCut }: RunIndex): string[] => [
  ...unreadableWarnings(unreadableCount, 'run'),
  ...(isStuck ? ['AWS sent the same page of runs again, so older runs were not read.'] : []),
  ...(isCut ? [`Only the newest ${formatNumber(MAX_RUNS)} runs were read.`] : []),
];
