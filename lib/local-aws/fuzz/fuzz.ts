import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import type { Operation } from '../protocol/operation';
import { type Combinations, type FuzzRequest, requestsOf } from './requests';
import type { Known } from './values';

const AT_ONCE = 8;
const LONGEST_MS = 20_000;
const INNER = /node_modules|\.ts:\d|\n\s+at |local-aws\.duckdb/;

export type FuzzRun = {
  url: string;
  operations: readonly Operation[];
  known: Known;
  combinations: Combinations;
  count: number;
  seed: number;
};

/** What went wrong with one request. */
export type Finding = { request: FuzzRequest; what: string };

export type FuzzReport = { findings: Finding[]; statuses: Map<number, number> };

/**
 * Sends requests made from the table of operations, evenly over operations and kinds, eight at a time. Found are
 * answers of 500 and above, none at all, errors that aren't in the services' form or show the server's inside, and bad input
 * that was taken.
 */
export async function fuzz({
  url,
  operations,
  known,
  combinations,
  count,
  seed,
}: FuzzRun): Promise<FuzzReport> {
  const perOperation = Math.ceil(count / operations.length);
  const requests = operations.flatMap((operation, at) =>
    fc.sample(requestsOf(operation, known, combinations), { numRuns: perOperation, seed: seed + at }),
  );
  const mixed =
    fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), { numRuns: 1, seed })[0] ?? [];
  const report: FuzzReport = { findings: [], statuses: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const waiting = mixed.slice(0, count).values();
  const work = async () => {
    for (const asked of waiting) {
      const { status, what } = await checked(url, agent, asked);
      report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
      if (what) report.findings.push({ request: asked, what });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  agent.destroy();
  return report;
}

async function checked(
  url: string,
  agent: Agent,
  asked: FuzzRequest,
): Promise<{ status: number; what?: string }> {
  try {
    const { answer, body } = await sent(url, agent, asked);
    const status = answer.statusCode ?? 0;
    const what = wrongWith(asked, answer, body.toString('utf8'));
    return what === undefined ? { status } : { status, what };
  } catch (error) {
    return { status: 0, what: `no answer: ${error instanceof Error ? error.message : error}` };
  }
}

async function sent(url: string, agent: Agent, { method, path, headers, body }: FuzzRequest) {
  const length = body && { 'content-length': body.length };
  const { hostname, port } = new URL(url);
  const asked = request({ hostname, port, path, method, agent, headers: { ...headers, ...length } });
  asked.setTimeout(LONGEST_MS, () => asked.destroy(new Error(`no answer within ${LONGEST_MS} ms`)));
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { answer, body: await buffer(answer) };
}

function wrongWith({ kind }: FuzzRequest, answer: IncomingMessage, body: string): string | undefined {
  const status = answer.statusCode ?? 0;
  if (status >= 500) return `${status} ${body.slice(0, 200)}`;
  if (INNER.test(body)) return `shows its inside: ${body.slice(0, 200)}`;
  if (status >= 400) {
    if (!/^\w+Exception$/.test(String(answer.headers['x-amzn-errortype']))) return `${status} without a name`;
    return isError(body) ? undefined : `${status} without a message: ${body.slice(0, 200)}`;
  }
  return kind === 'valid' || kind === 'garbage' ? undefined : `${status}: bad input was taken`;
}

function isError(body: string): boolean {
  try {
    const { message, Message } = JSON.parse(body) as { message?: unknown; Message?: unknown };
    return typeof (message ?? Message) === 'string';
  } catch {
    return false;
  }
}
