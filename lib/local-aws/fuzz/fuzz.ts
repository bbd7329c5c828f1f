import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import type { Operation } from '../protocol/operation';
import { type Combinations, type FuzzRequest, requestsOf } from './requests';
import type { KnownValues } from './values';

const CONCURRENCY = 8;
const TIMEOUT_MS = 60_000;
/** Text that only the server's code or dependencies produce. */
const INTERNALS = /node_modules|\.ts:\d|\n\s+at |local-aws\.duckdb/;

export type FuzzRun = {
  url: string;
  operations: readonly Operation[];
  known: KnownValues;
  combinations: Combinations;
  count: number;
  seed: number;
};

/** A fault in the answer to one request. */
export type Finding = { request: FuzzRequest; problem: string };

export type FuzzReport = { findings: Finding[]; statuses: Map<number, number> };

/**
 * Sends requests generated from the operations' schemas, evenly over operations and kinds, eight at a time. Findings are
 * answers of 500 and above, missing answers, errors that aren't in the services' format or expose the server's internals,
 * and bad input that was accepted.
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
  const shuffled =
    fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), { numRuns: 1, seed })[0] ?? [];
  const report: FuzzReport = { findings: [], statuses: new Map() };
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const queue = shuffled.slice(0, count).values();
  const work = async () => {
    for (const request of queue) {
      const { status, problem } = await check(url, agent, request);
      report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
      if (problem) report.findings.push({ request, problem });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  agent.destroy();
  return report;
}

async function check(
  url: string,
  agent: Agent,
  request: FuzzRequest,
): Promise<{ status: number; problem?: string }> {
  try {
    const { answer, body } = await send(url, agent, request);
    const status = answer.statusCode ?? 0;
    const problem = problemWith(request, answer, body.toString('utf8'));
    return problem === undefined ? { status } : { status, problem };
  } catch (error) {
    return { status: 0, problem: `no answer: ${error instanceof Error ? error.message : error}` };
  }
}

async function send(url: string, agent: Agent, { method, path, headers, body }: FuzzRequest) {
  const length = body && { 'content-length': body.length };
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, method, agent, headers: { ...headers, ...length } });
  sent.setTimeout(TIMEOUT_MS, () => sent.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { answer, body: await buffer(answer) };
}

function problemWith({ kind }: FuzzRequest, answer: IncomingMessage, body: string): string | undefined {
  const status = answer.statusCode ?? 0;
  if (status >= 500) return `${status} ${body.slice(0, 200)}`;
  if (INTERNALS.test(body)) return `exposes internals: ${body.slice(0, 200)}`;
  if (status >= 400) {
    if (!/^\w+Exception$/.test(String(answer.headers['x-amzn-errortype'])))
      return `${status} without an error type`;
    return isError(body) ? undefined : `${status} without a message: ${body.slice(0, 200)}`;
  }
  return kind === 'valid' || kind === 'garbage' ? undefined : `${status}: bad input was accepted`;
}

function isError(body: string): boolean {
  try {
    const { message, Message } = JSON.parse(body) as { message?: unknown; Message?: unknown };
    return typeof (message ?? Message) === 'string';
  } catch {
    return false;
  }
}
