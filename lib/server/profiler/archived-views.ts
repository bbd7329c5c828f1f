import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { ProfileViewRequest } from '@/lib/profile/view/profile-requests';
import type { ProfileView } from '@/lib/profile/view/view';
import type { Span } from '@/lib/time/range';
import { archiveLater } from '../archive/archive-later';
import { jsonContent } from '../archive/json-content';
import { isArchiving } from '../archive/open-archive';
import { exactNow } from '../clock';
import { env } from '../env';
import { currentRecording, keptLink } from '../links/link-scope';
import { processWide } from '../process-wide';
import { profileArchive } from './archived-profiles';
import { isLoaded } from './load-parts';
import { answerInfo } from './profile-answer-info';
import type { Side } from './query-engine';
import { isSettledSpan } from './settled';
import { VIEW_FORMAT } from './view-format';

type EngineView = Omit<ProfileView, 'group'>;

/** The times of a profile and a view of it. The archive checks that the view is what was written, and VIEW_FORMAT what it looks like. */
const content = z.object({
  start: z.number().optional(),
  end: z.number().optional(),
  view: z.custom<EngineView>((view) => typeof view === 'object' && view !== null && 'tree' in view),
});

/** Number of views that are known to be archived, so that they aren't archived each time they are shown. */
const MAX_KNOWN = 1000;
const known = () => processWide('archived views', () => new LRUCache<string, true>({ max: MAX_KNOWN }));

/** Whether a profile opens with this view. Others are not archived: each zoom, search and inspected function has one. */
const isOpeningView = ({ focus, search, inspected }: ProfileViewRequest) =>
  [focus, search, inspected].every((each) => each === undefined);

const keyParts = (request: ProfileViewRequest) =>
  ['view', VIEW_FORMAT, Object.entries(request).toSorted(([a], [b]) => (a < b ? -1 : 1))] as const;

/**
 * The archived view of a settled profile that isn't in memory, such as after a restart: loading the profile and computing its
 * view take ten times as long. Undefined when it isn't archived.
 */
export async function archivedView(
  request: ProfileViewRequest,
  range: Span | undefined,
): Promise<Answer<ProfileView> | undefined> {
  if (!range || !isOpeningView(request) || isLoaded(request, range)) return;
  // A link that is being made needs the profile, too.
  if (currentRecording() || !(keptLink() || isSettledSpan(range, exactNow()))) return;
  const source = await profileArchive();
  const archived = await source?.get(keyParts(request));
  const read = archived && jsonContent(archived, content, 'a view');
  if (!read) return;
  const { view, ...times } = read;
  const part = { key: '', asOf: archived.asOf, isSettled: true, ...times };
  const side = { request, range, parts: { loaded: [part], failed: [], recorded: [] }, profile: { keys: [] } };
  return { data: { group: request.group, ...view }, ...answerInfo([side]) };
}

/** Archives the view with which a settled profile opens. This happens later and never fails the caller. */
export function archiveView(request: ProfileViewRequest, side: Side, view: EngineView): void {
  const asOf = archivableAt(request, side);
  if (asOf === undefined || keptLink()) return;
  const key = JSON.stringify([env().TRIPTYCH_DATA, asOf, keyParts(request)]);
  if (!isArchiving() || known().has(key)) return;
  known().set(key, true);
  archiveLater().add(async () => {
    const source = await profileArchive();
    await source?.put(keyParts(request), { asOf, content: contentOf(side, view) });
  });
}

/** Keeps the view with which a settled profile opens for the link that is being made, if there is one. */
export async function recordView(request: ProfileViewRequest, side: Side, view: EngineView): Promise<void> {
  const asOf = archivableAt(request, side);
  if (asOf === undefined) return;
  await currentRecording()?.put(keyParts(request), async () => ({ asOf, content: contentOf(side, view) }));
}

/** When AWS gave the profile of a view that can be archived, epoch milliseconds; undefined for other views. */
function archivableAt(request: ProfileViewRequest, { parts }: Side): number | undefined {
  const [part, ...others] = parts.loaded;
  // Which weeks are loaded of a longer range depends on the time.
  const isWhole =
    part?.isSettled &&
    others.length === 0 &&
    parts.failed.length === 0 &&
    parts.recorded.length === 0 &&
    !parts.leftOut;
  return isWhole && isOpeningView(request) ? part.asOf : undefined;
}

function contentOf({ parts }: Side, view: EngineView): Uint8Array {
  const { start, end } = parts.loaded[0] ?? {};
  return Buffer.from(JSON.stringify({ start, end, view }));
}
