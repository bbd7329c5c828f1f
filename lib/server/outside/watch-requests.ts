import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, METHODS, type ServerResponse } from 'node:http';
import { isDraining } from '../draining';
import { auditRequest } from '../log/audit';
import { enterRequest, REQUEST_ID_HEADER, requestIdOf } from '../log/current-request';
import { log } from '../log/log';
import { countRequest } from '../metrics/metrics';
import { processWide } from '../process-wide';
import { addMissingHeaders, defaultHeaders } from './answer-headers';
import type { PatternOf } from './route-pattern';
import { dropUnreadableState } from './router-state';

/** Requests that come by the minute whether anybody is there or not, and files of the build. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics', '/_next', '/icon.svg']);
/** Answers to these don't hold up the end of the server. */
const NOT_WAITED_FOR = new Set(['/healthz', '/readyz', '/metrics']);

type Options = { patternOf: PatternOf; publicHost(): string | undefined };

/** Requests that are being answered. */
class RunningRequests {
  readonly #running = new Set<ServerResponse>();
  #onIdle = () => {};

  add(response: ServerResponse): void {
    this.#running.add(response);
    response.once('close', () => {
      this.#running.delete(response);
      if (this.#running.size === 0) this.#onIdle();
    });
  }

  /** Resolves as soon as none runs. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#onIdle = resolve;
      if (this.#running.size === 0) resolve();
    });
  }
}

export const runningRequests = () => processWide('running requests', () => new RunningRequests());

/** From now on every request has an id, is logged and counted, and its answer has the headers that all answers have. */
export function watchRequests(options: Options): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    watchRequest(request, response, options);
  });
}

export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { patternOf, publicHost }: Options,
): void {
  const start = performance.now();
  const route = patternOf((request.url ?? '').split('?', 1)[0] ?? '');
  const method = METHODS.includes(request.method ?? '') ? (request.method ?? '') : 'other';
  const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER]);
  const current = enterRequest(requestId);
  dropUnreadableState(request);
  response.setHeader(REQUEST_ID_HEADER, requestId);
  // A client that keeps its connection would send the next request to a server that is gone.
  if (isDraining()) response.setHeader('connection', 'close');
  addMissingHeaders(response, () => defaultHeaders(request, publicHost()));
  const counted = countRequest();
  if (!NOT_WAITED_FOR.has(route)) runningRequests().add(response);
  response.once('close', () => {
    const status = response.statusCode;
    counted({ route, method, status });
    auditRequest(current, { method, url: request.url ?? '', status });
    log[QUIET.has(route) ? 'debug' : 'info']('request', {
      requestId,
      method,
      route,
      status,
      ms: Math.round(performance.now() - start),
      ...(response.writableFinished ? {} : { isAborted: true }),
    });
  });
}
