import type { Canary } from '@/lib/canary/run';
import { notKept } from '../../links/link-problems';
import { currentRecording, keptLink } from '../../links/link-scope';
import type { OpenLink } from '../../links/open-link';
import { type DayBlock, readBlock, writeBlock } from './day-block';
import type { KnownRuns } from './known-runs';
import type { RunsKind } from './runs-kind';

/** The runs of a canary in a link, and what could not be read of them. */
export type KeptRuns = Pick<DayBlock, 'runs' | 'from' | 'completeFrom'> & Unread & { asOf: number };

/** Runs that can't be read, and whether AWS sent the same page again, so that older ones were not read. */
type Unread = { unreadableCount: number; isStuck: boolean };

/** The runs of a canary as far as they were read, and when AWS was asked for the newest ones. */
type ReadRuns = Unread & { known: KnownRuns; asOf: number | undefined };

const keyOf = ({ name }: Pick<Canary, 'name'>, { runType, dryRunId }: RunsKind) =>
  [name, runType, dryRunId] as const;

/** Keeps the runs of a canary from an instant on for the link that is being made, if there is one. */
export function recordRuns(canary: Canary, kind: RunsKind, index: ReadRuns, needed: number): void {
  const recording = currentRecording();
  if (!recording) return;
  const key = keyOf(canary, kind);
  const { known, asOf = 0, unreadableCount, isStuck } = index;
  const wanted = Math.min(needed, known.newestFrom);
  const hasNoneBefore = known.from === Number.NEGATIVE_INFINITY && known.oldest >= wanted;
  const from = hasNoneBefore ? known.from : Math.max(known.from, wanted);
  recording.addAnswer('runs', JSON.stringify(key), { unreadableCount, isStuck });
  recording.putEarliest(['runs', ...key], from, async () => {
    const runs = known.newestFirst().filter(({ started }) => started >= from);
    return { asOf, content: await writeBlock({ from, completeFrom: known.completeFrom, to: asOf, runs }) };
  });
}

/** Whether a link keeps the scheduled runs of a canary. */
export const keepsRuns = (link: OpenLink, name: string): boolean =>
  link.has(['runs', ...keyOf({ name }, { runType: 'CANARY_RUN' })]);

/** The runs of a canary that the shown link keeps; undefined if none is shown. Rejects with a ProblemError if it keeps none. */
export async function keptRuns(canary: Canary, kind: RunsKind): Promise<KeptRuns | undefined> {
  const link = keptLink();
  if (!link) return undefined;
  const key = keyOf(canary, kind);
  const blob = await link.blob(['runs', ...key]);
  const block = blob && (await readBlock(blob.content));
  if (!blob || !block) throw notKept();
  const { unreadableCount, isStuck } = (await link.answer('runs', JSON.stringify(key))) as Unread;
  const { runs, from, completeFrom } = block;
  return { runs, from, completeFrom, asOf: blob.asOf, unreadableCount, isStuck };
}
