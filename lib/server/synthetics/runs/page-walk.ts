import { createHash } from 'node:crypto';
import { ProblemError } from '@/lib/answer/problem';
import type { CanaryRun } from '@/lib/canary/run';
import type { WireRunsPage } from '../get-canary-runs';

/** Reads the page that a token names, or the newest one. */
export type ReadPage = (nextToken: string | undefined, signal: AbortSignal) => Promise<WireRunsPage>;

/** AWS may send pages that have few runs or none. */
const MAX_PAGES = 20_000;

/** AWS's pages of a canary's runs, from the newest one back. */
export class PageWalk {
  /** Whether the last page was read. */
  isOver = false;
  /** Whether AWS named a page again that was already read, or sent pages without end. */
  isStuck = false;
  unreadableCount = 0;
  #nextToken: string | undefined;
  /** Digests of the tokens so far, because AWS's tokens can be long. */
  readonly #tokens = new Set<string>();

  constructor(private readonly read: ReadPage) {}

  /** Reads the next page. A page that fails can be read again. */
  async next(signal: AbortSignal): Promise<CanaryRun[]> {
    const { runs, nextToken, unreadableCount } = await this.read(this.#nextToken, signal);
    this.unreadableCount += unreadableCount;
    this.isOver = nextToken === undefined;
    const digest = nextToken === undefined ? undefined : digestOf(nextToken);
    this.isStuck = digest !== undefined && (this.#tokens.has(digest) || this.#tokens.size >= MAX_PAGES);
    if (digest !== undefined) this.#tokens.add(digest);
    this.#nextToken = nextToken;
    return runs;
  }
}

const DIGEST_LENGTH = 16;

const digestOf = (token: string) =>
  createHash('sha256').update(token).digest('base64').slice(0, DIGEST_LENGTH);

/** The instant from which a page and those before it have all runs. Some that started when its last one did may be on the next page. */
export const knownFrom = (page: readonly CanaryRun[], { isOver }: PageWalk) =>
  isOver ? Number.NEGATIVE_INFINITY : oldestStart(page) + 1;

/** Start of the oldest run of a page, epoch milliseconds; infinite if it has none. */
export const oldestStart = (page: readonly CanaryRun[]) =>
  page.reduce((oldest, { started }) => Math.min(oldest, started), Number.POSITIVE_INFINITY);

/** [?] Whether AWS refuses a token that has expired: it calls it invalid. */
export const isRefusedToken = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'ValidationException';
