import { ProblemError } from '@/lib/answer/problem';
import { weeksOf } from '@/lib/profile/range/weeks';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { badAnswer, unknownProblem } from '../aws/problem';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { engine } from './engine/engine';
import type { HeldProfile } from './engine/messages';
import { fetchProfile, type ProfileFormat } from './fetch-profile';
import { requestedRange } from './requested-range';

/** A range is settled when it ended so long ago that its profile can't change any more. */
const SETTLED_AFTER = 15 * MINUTE;

/** A profile as AWS answered it, which the engine holds under its key; times are epoch milliseconds. */
type HeldPart = { key: string; asOf: number; start?: number; end?: number; isSettled: boolean };

/** The weeks of a range: those that the engine holds, those that failed, and what is too long ago to be asked for. */
export type HeldParts = {
  held: HeldPart[];
  failed: { span: Span; problem: Error }[];
  leftOut?: Span;
};

const parts = SharedCalls.named<HeldPart>('profiles', {
  ttlMs: ({ isSettled }) => (isSettled ? 10 * MINUTE : 30 * SECOND),
});

/** Has the engine hold what AWS has of a range. Rejects when nothing came, with what AWS said. */
export async function holdParts(request: ProfileRequest, signal?: AbortSignal): Promise<HeldParts> {
  const range = requestedRange(request);
  if (!range) return { held: [await holdPart(request, signal)], failed: [] };
  const { group, maxDepth } = request;
  const { spans, leftOut } = weeksOf(range, exactNow());
  const asks = spans.map(({ from, to }) => ({ group, maxDepth, startTime: from, endTime: to }));
  const results = await Promise.allSettled(asks.map((each) => holdPart(each, signal)));
  signal?.throwIfAborted();
  const held = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const problems = results.flatMap((result, i) =>
    result.status === 'rejected' ? [{ span: spans[i] ?? range, problem: asProblem(result.reason) }] : [],
  );
  const failed = problems.filter(({ problem }) => !isNone(problem));
  const [first = problems[0]] = failed;
  if (held.length === 0 && first) throw first.problem;
  return { held, failed, ...(leftOut && { leftOut }) };
}

/** What nobody foresaw goes to the log, not to the viewer. */
const asProblem = (reason: unknown) => (reason instanceof ProblemError ? reason : unknownProblem(reason));

/** Forgets parts that the engine doesn't hold any more. */
export function forgetParts(held: readonly HeldPart[]): void {
  for (const part of held) parts.forgetOne(part.key, (kept) => kept === part);
}

/** AWS says so of a time without a profile. */
const isNone = (problem: Error) =>
  problem instanceof ProblemError && problem.problem.code === 'ResourceNotFoundException';

/** The whole tree when it is held, of which any depth can be cut; else what AWS cuts. */
function holdPart(request: ProfileRequest, signal: AbortSignal | undefined): Promise<HeldPart> {
  const whole = keyOf({ ...request, maxDepth: undefined });
  const isWhole = request.maxDepth === undefined || parts.has(whole);
  const key = isWhole ? whole : keyOf(request);
  const asked = isWhole ? { ...request, maxDepth: undefined } : request;
  return parts.get(key, (ended) => hold(key, asked, ended), signal);
}

const keyOf = ({ group, startTime, endTime, period, maxDepth }: ProfileRequest) =>
  JSON.stringify([group, startTime, endTime, period, maxDepth]);

async function hold(key: string, request: ProfileRequest, signal: AbortSignal): Promise<HeldPart> {
  const asOf = exactNow();
  const range = requestedRange(request);
  const isSettled = range !== undefined && range.to + SETTLED_AFTER < asOf;
  const profile = await fetchInto(key, request, signal);
  return { key, asOf, isSettled, ...profile };
}

/** Ion is asked for, which is read sooner; JSON when what came can't be read. */
async function fetchInto(key: string, request: ProfileRequest, signal: AbortSignal): Promise<HeldProfile> {
  for (const format of ['application/x-amzn-ion', 'application/json'] as const) {
    const held = await fetchAs(format, key, request, signal);
    if (!('undecodable' in held)) return held;
    console.error(`GetProfile: ${format} could not be read: ${held.undecodable}`);
  }
  throw badAnswer('GetProfile', 'neither format could be read');
}

async function fetchAs(format: ProfileFormat, key: string, request: ProfileRequest, signal: AbortSignal) {
  const { profile: bytes } = await fetchProfile(request, format, signal);
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return engine().ask('hold', { key, bytes }, isOwn ? [buffer] : []);
}
