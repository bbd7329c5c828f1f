import { CallLimit } from '@/lib/answer/call-limit';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import { splitIntoWeeks } from '@/lib/profile/range/weeks';
import { MAX_DEPTH } from '@/lib/profile/view/parse-depth';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { asProblemError } from '../aws/problem';
import { exactNow } from '../clock';
import { keptProblem } from '../links/kept-answer';
import { currentRecording, keptLink } from '../links/link-scope';
import { processWide } from '../process-wide';
import { SharedCalls } from '../shared-calls';
import { archiveProfile, loadArchived, recordProfile } from './archived-profiles';
import { engine } from './engine/engine';
import type { LoadedProfile } from './engine/messages';
import { fetchDecoded } from './fetch-decoded';
import { recordedHoursIn } from './recorded-hours';
import { isSettledSpan } from './settled';

/** A profile as AWS answered it, which the engine caches under `key`; times are epoch milliseconds. */
type LoadedPart = LoadedProfile & { key: string; asOf: number; isSettled: boolean };

/**
 * The weeks of a range: those that the engine has, those that failed, and an early part that is not requested. `recorded` are the spans
 * of those that are put together from recorded hours.
 */
export type LoadedParts = {
  loaded: LoadedPart[];
  failed: { span: Span; problem: ProblemError }[];
  recorded: Span[];
  leftOut?: Span;
};

/** Recorded hours that are loaded at a time. */
const MAX_HOURS_AT_ONCE = 8;

const recordedLoads = () => processWide('recorded hours', () => new CallLimit(MAX_HOURS_AT_ONCE));

/** Parts of several ranges that are put together from the hours of five weeks. */
const MAX_PARTS = 4000;

const parts = SharedCalls.named<LoadedPart>('profiles', {
  byGroup: true,
  // The profile itself is.
  isNotKept: true,
  max: MAX_PARTS,
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
  if (!range) {
    const latest = await loadPart({ group, period, maxDepth }, range, signal);
    return { loaded: [latest], failed: [], recorded: [] };
  }
  const { spans, leftOut } = splitIntoWeeks(range, exactNow());
  const weeks = await Promise.all(spans.map((span) => loadWeek({ group, maxDepth }, span, signal)));
  signal?.throwIfAborted();
  const problems = weeks.flatMap((week) => week.failed);
  // AWS answers "not found" for a time without a profile.
  const failed = problems.filter(({ problem }) => !isNotFound(problem));
  const [first = problems[0]] = failed;
  const loaded = weeks.flatMap((week) => week.loaded);
  if (loaded.length === 0 && first) throw first.problem;
  const recorded = weeks.flatMap(({ isRecorded, span }) => (isRecorded ? [span] : []));
  return { loaded, failed, recorded, ...(leftOut && { leftOut }) };
}

type Failed = LoadedParts['failed'][number];
type Week = { span: Span; loaded: LoadedPart[]; failed: Failed[]; isRecorded?: boolean };

/** What AWS has of a week, or the hours that were recorded of it if they cover more of it. */
async function loadWeek(request: ProfileRequest, span: Span, signal: AbortSignal | undefined): Promise<Week> {
  const times = { startTime: span.from, endTime: span.to };
  const week: Week = await loadPart({ ...request, ...times }, span, signal).then(
    (part) => ({ span, loaded: [part], failed: [] }),
    (error) => ({ span, loaded: [], failed: [{ span, problem: asProblemError(error) }] }),
  );
  if (week.failed.some(({ problem }) => !isNotFound(problem))) return week;
  return (await loadRecorded(request, span, coveredMs(week.loaded), signal)) ?? week;
}

/** The recorded hours of a span, if they are longer together than what AWS has of it. */
async function loadRecorded(
  { group, maxDepth }: ProfileRequest,
  span: Span,
  coveredByAws: number,
  signal: AbortSignal | undefined,
): Promise<Week | undefined> {
  if (coveredByAws > span.to - span.from - 2 * HOUR) return undefined;
  const hours = await recordedHoursIn(group, span);
  if (hours.length * HOUR <= coveredByAws) return undefined;
  const week: Week = { span, loaded: [], failed: [], isRecorded: true };
  await Promise.all(
    hours.map((hour) =>
      recordedLoads().run(async () => {
        const request = { group, maxDepth, startTime: hour.from, endTime: hour.to };
        await loadPart(request, hour, signal).then(
          (part) => week.loaded.push(part),
          (error) => week.failed.push({ span: hour, problem: lostIfMissing(asProblemError(error)) }),
        );
      }, signal),
    ),
  );
  return coveredByAws === 0 || coveredMs(week.loaded) > coveredByAws ? joinFailed(week) : undefined;
}

/** An hour that is listed as recorded was dropped since, and AWS no longer has it. */
const lostIfMissing = (problem: ProblemError) =>
  isNotFound(problem)
    ? new ProblemError({
        code: 'RecordedHourLost',
        message: 'It was recorded, but is no longer archived.',
        status: 404,
        retryable: false,
      })
    : problem;

/** Neighbouring hours that failed alike, as one. */
function joinFailed(week: Week): Week {
  const joined: Failed[] = [];
  for (const { span, problem } of week.failed.toSorted((a, b) => a.span.from - b.span.from)) {
    const last = joined.at(-1);
    const isSame = last?.span.to === span.from && last.problem.message === problem.message;
    if (isSame) joined[joined.length - 1] = { problem, span: { from: last.span.from, to: span.to } };
    else joined.push({ span, problem });
  }
  return { ...week, failed: joined };
}

const coveredMs = (parts: readonly LoadedPart[]) =>
  parts.reduce((sum, { start = 0, end = start }) => sum + end - start, 0);

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
