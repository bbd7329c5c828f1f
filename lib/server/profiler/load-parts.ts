import { isNotFound, type ProblemError } from '@/lib/answer/problem';
import { splitIntoWeeks } from '@/lib/profile/range/weeks';
import { MAX_DEPTH } from '@/lib/profile/view/parse-depth';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { asProblemError } from '../aws/problem';
import { exactNow } from '../clock';
import { keptProblem } from '../links/kept-answer';
import { currentRecording, keptLink } from '../links/link-scope';
import { SharedCalls } from '../shared-calls';
import { archiveProfile, loadArchived, recordProfile } from './archived-profiles';
import { engine } from './engine/engine';
import type { LoadedProfile } from './engine/messages';
import { fetchDecoded } from './fetch-decoded';
import { isSettledSpan } from './settled';

/** A profile as AWS answered it, which the engine caches under `key`; times are epoch milliseconds. */
type LoadedPart = LoadedProfile & { key: string; asOf: number; isSettled: boolean };

/** The weeks of a range: those that the engine has, those that failed, and an early part that is not requested. */
export type LoadedParts = {
  loaded: LoadedPart[];
  failed: { span: Span; problem: ProblemError }[];
  leftOut?: Span;
};

const parts = SharedCalls.named<LoadedPart>('profiles', {
  byGroup: true,
  // The profile itself is.
  isNotKept: true,
  ttlMs: ({ isSettled }) => (isSettled ? 10 * MINUTE : 30 * SECOND),
});

/**
 * Loads what AWS has of a range (undefined: the latest profile) into the engine, in weeks. Rejects with AWS's
 * problem when nothing could be loaded.
 */
export async function loadParts(
  request: ProfileRequest,
  range: Span | undefined,
  signal?: AbortSignal,
): Promise<LoadedParts> {
  const { group, period, maxDepth } = request;
  if (!range) return { loaded: [await loadPart({ group, period, maxDepth }, range, signal)], failed: [] };
  const { spans, leftOut } = splitIntoWeeks(range, exactNow());
  const results = await Promise.allSettled(
    spans.map((span) => loadPart({ group, maxDepth, startTime: span.from, endTime: span.to }, span, signal)),
  );
  signal?.throwIfAborted();
  const loaded = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const problems = results.flatMap((result, i) =>
    result.status === 'rejected' ? [{ span: spans[i] ?? range, problem: asProblemError(result.reason) }] : [],
  );
  // AWS answers "not found" for a time without a profile.
  const failed = problems.filter(({ problem }) => !isNotFound(problem));
  const [first = problems[0]] = failed;
  if (loaded.length === 0 && first) throw first.problem;
  return { loaded, failed, ...(leftOut && { leftOut }) };
}

/** Forgets parts that the engine has evicted. */
export function forgetParts(loaded: readonly LoadedPart[]): void {
  for (const part of loaded) parts.forgetOne(part.key, (cached) => cached === part);
}

/** Whether the profile of a range of at most a week is in the engine, or being loaded, as a whole or as deep as requested. */
export const isLoaded = ({ group, maxDepth }: ProfileRequest, { from, to }: Span): boolean =>
  [undefined, requestedDepth(maxDepth)].some((depth) =>
    parts.has(keyOf({ group, startTime: from, endTime: to, maxDepth: depth })),
  );

/** A part as pages see it. A link that is being made keeps the whole tree, so that its pages can show any depth. */
async function loadPart(
  request: ProfileRequest,
  range: Span | undefined,
  signal: AbortSignal | undefined,
): Promise<LoadedPart> {
  const part = await loadCut(request, range, signal);
  // Without the whole tree, the link has what the page shows.
  if (currentRecording())
    await loadCut({ ...request, maxDepth: undefined }, range, signal).catch(() => undefined);
  return part;
}

/** Uses the whole tree if it is loaded, because the engine can cut it at any depth; otherwise AWS cuts it. */
async function loadCut(
  request: ProfileRequest,
  range: Span | undefined,
  signal: AbortSignal | undefined,
): Promise<LoadedPart> {
  const maxDepth = requestedDepth(request.maxDepth);
  const wholeKey = keyOf({ ...request, maxDepth: undefined });
  const isWhole = maxDepth === undefined || parts.has(wholeKey);
  const partRequest = { ...request, maxDepth: isWhole ? undefined : maxDepth };
  const key = keyOf(partRequest);
  const part = await keptProblem('profile', JSON.stringify(partRequest), () =>
    parts.get(key, (callSignal) => load(key, partRequest, range, callSignal), signal),
  );
  await recordProfile(key, partRequest, part);
  return part;
}

/**
 * Depth at which AWS cuts a profile to be shown down to maxDepth. AWS adds what it cuts to the self of the frame above, so
 * one frame more is requested and removed here: that keeps the self of all shown frames true.
 */
const requestedDepth = (maxDepth: number | undefined) =>
  maxDepth === undefined || maxDepth >= MAX_DEPTH ? undefined : maxDepth + 1;

/** A shared link has a profile of its own, which may differ from what AWS has now. */
const keyOf = ({ group, startTime, endTime, period, maxDepth }: ProfileRequest) =>
  JSON.stringify([group, startTime, endTime, period, maxDepth, keptLink()?.id]);

async function load(
  key: string,
  request: ProfileRequest,
  range: Span | undefined,
  signal: AbortSignal,
): Promise<LoadedPart> {
  const asOf = exactNow();
  const isSettled = range !== undefined && isSettledSpan(range, asOf);
  const archived = isSettled || keptLink() ? await loadArchived(key, request) : undefined;
  if (archived) return { key, isSettled, ...archived };
  const loaded = { asOf, ...(await fetchDecoded(request, signal, intoEngine(key))) };
  if (isSettled) archiveProfile(key, request, loaded);
  return { key, isSettled, ...loaded };
}

const intoEngine = (key: string) => (bytes: Uint8Array, transferred: readonly ArrayBuffer[]) =>
  engine().run('load', { key, bytes }, transferred);
