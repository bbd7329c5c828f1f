import { CallLimit } from '@/lib/answer/call-limit';
import { NOT_KEPT, type Problem } from '@/lib/answer/problem';
import type { AskedRequest, ShareEvent } from '@/lib/answer/shared-link';
import { MINUTE } from '@/lib/time/duration';
import type { User } from '../access/authorize';
import { asProblemError } from '../aws/problem';
import { mergedEvents } from '../http/merged-events';
import { problemResponse } from '../http/respond';
import { auditFact } from '../log/audit';
import { ownTask } from '../own-task';
import { processWide } from '../process-wide';
import { record } from './link-scope';
import { linkSummary } from './link-summary';
import type { Draft } from './links';
import type { Manifest } from './manifest';
import { sharedLinks } from './shared-links';
import { storageProblem } from './storage-problem';

/** Answers of a page at a time. More would hold up those who open pages meanwhile. */
const MAX_AT_ONCE = 3;
/** Links that are made at a time, and that wait for their turn; further ones are refused. */
const MAX_LINKS = 2;
const MAX_WAITING = 20;
/** Maximum time in which a page's answers have to be there. */
const MAX_MS = 5 * MINUTE;

const turns = () => processWide('links being made', () => new CallLimit(MAX_LINKS, MAX_WAITING));

type Options = {
  name: string;
  /** Who shares it. */
  user: User;
  page: Manifest['page'];
  /** What the page has requested from this server. */
  requests: readonly AskedRequest[];
  /** Answers a request of the page again. */
  answer(request: AskedRequest, signal: AbortSignal): Promise<Response>;
};

/** Keeps all that a page shows, and ends with the link to it, or a failure, of which nothing is left. */
export async function* shareEvents(
  { name, user, page, requests, answer }: Options,
  signal: AbortSignal,
): AsyncGenerator<ShareEvent> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(MAX_MS)]);
  const draft = await begin(limit);
  if ('problem' in draft) return yield { type: 'failed', problem: draft.problem };
  const { recording, finish, abandon, release } = draft;
  const missing: Manifest['missing'] = [];
  const waiting = requests.values();
  let doneCount = 0;
  let isKept = false;
  async function* work(): AsyncGenerator<ShareEvent> {
    for (const request of waiting) {
      // Answers that are in memory would all be made in one task.
      await ownTask();
      const problem = await record(recording, () => problemOf(request, answer, limit));
      limit.throwIfAborted();
      // A lasting problem is kept in place of an answer.
      if (problem && (problem.retryable || problem.code === NOT_KEPT))
        missing.push({ what: request.path, why: problem.message });
      doneCount += 1;
      yield { type: 'progress', doneCount, requestCount: requests.length };
    }
  }
  try {
    yield* mergedEvents(Array.from({ length: MAX_AT_ONCE }, work));
    const manifest = await finish({ name, page, missing, by: user.id });
    isKept = true;
    auditFact('link', manifest.id);
    yield { type: 'link', link: linkSummary(manifest, user) };
  } catch (error) {
    if (!signal.aborted) yield { type: 'failed', problem: failureOf(error, limit) };
  } finally {
    release();
    if (!isKept)
      await abandon().catch((error: Error) => console.error('links: a draft was left:', error.message));
  }
}

/** Starts a link when it is its turn, which ends with `release`; the problem if there is nowhere to store it. */
async function begin(signal: AbortSignal): Promise<(Draft & { release(): void }) | { problem: Problem }> {
  let release = () => {};
  try {
    const links = await sharedLinks();
    release = await turns().hold(signal);
    return { ...(await links.begin()), release };
  } catch (error) {
    release();
    return { problem: failureOf(error, signal) };
  }
}

/** What tells a problem in an answer that is a problem, or in the last of an answer's lines. */
type LastLine = { error?: Problem; problem?: Problem; failure?: { problem?: Problem } };

/** Why a request of a page has no answer to keep; undefined if it has one. */
async function problemOf(
  request: AskedRequest,
  answer: Options['answer'],
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const response = await answer(request, signal).catch((error: unknown) =>
    problemResponse(asProblemError(error).problem),
  );
  const bytes = Buffer.from(await response.arrayBuffer());
  const contentType = response.headers.get('content-type') ?? '';
  // A profile is one long line, which takes long to read.
  if (!contentType.includes('json') || (response.ok && !contentType.includes('ndjson'))) return undefined;
  const text = bytes.toString().trimEnd();
  const last = JSON.parse(text.slice(text.lastIndexOf('\n') + 1)) as LastLine;
  return last.error ?? last.problem ?? last.failure?.problem;
}

function failureOf(error: unknown, limit: AbortSignal): Problem {
  if (!limit.aborted) return storageProblem(error);
  return {
    code: 'TimeoutError',
    message: `The page’s data did not arrive within ${MAX_MS / MINUTE} minutes. Wait until the page has loaded, and share it again.`,
    status: 504,
    retryable: true,
  };
}
