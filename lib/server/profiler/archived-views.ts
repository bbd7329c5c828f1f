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
  if (!range || !isOpeningView(request) || !isSettledSpan(range, exactNow()) || isLoaded(request, range))
    return;
  const source = await profileArchive();
  const archived = await source?.get(keyParts(request));
  const read = archived && jsonContent(archived, content, 'a view');
  if (!read) return;
  const { view, ...times } = read;
  const part = { key: '', asOf: archived.asOf, isSettled: true, ...times };
  const side = { request, range, parts: { loaded: [part], failed: [] }, profile: { keys: [] } };
  return { data: { group: request.group, ...view }, ...answerInfo([side]) };
}

/** Archives the view with which a settled profile opens. This happens later and never fails the caller. */
export function archiveView(request: ProfileViewRequest, { parts }: Side, view: EngineView): void {
  const [part, ...others] = parts.loaded;
  // Which weeks are loaded of a longer range depends on the time.
  if (!part?.isSettled || others.length > 0 || parts.failed.length > 0 || parts.leftOut) return;
  const { asOf, start, end } = part;
  const key = JSON.stringify([env().TRIPTYCH_DATA, asOf, keyParts(request)]);
  if (!isArchiving() || !isOpeningView(request) || known().has(key)) return;
  known().set(key, true);
  archiveLater().add(async () => {
    const source = await profileArchive();
    const bytes = Buffer.from(JSON.stringify({ start, end, view }));
    await source?.put(keyParts(request), { asOf, content: bytes });
  });
}
