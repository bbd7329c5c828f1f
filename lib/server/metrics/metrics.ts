import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { SOURCE } from '../aws/source';
import { processWide } from '../process-wide';
import { queueLengths } from './queues';

const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const WAIT_SECONDS = [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10, 15];
const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Where an answer came from. */
type Tier = 'memory' | 'stale' | 'archive' | 'aws';

function newMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const metric = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) => ({
    name: `triptych_${name}`,
    help,
    labelNames,
    registers,
  });
  return {
    registry,
    calls: new Counter(
      metric('aws_calls_total', 'Calls of AWS, each with its retries.', ['source', 'operation', 'result']),
    ),
    callSeconds: new Histogram({
      ...metric('aws_call_seconds', 'Time that calls of AWS took, retries included.', [
        'source',
        'operation',
      ]),
      buckets: CALL_SECONDS,
    }),
    callsInFlight: new Gauge(
      metric('aws_calls_in_flight', 'Calls of AWS that have no answer yet.', ['source', 'operation']),
    ),
    attempts: new Counter(
      metric('aws_attempts_total', 'Requests to AWS: the first ones of calls and their retries.', [
        'source',
        'command',
        'kind',
      ]),
    ),
    throttles: new Counter(
      metric('aws_throttles_total', 'Requests that AWS refused because there were too many.', [
        'source',
        'command',
      ]),
    ),
    refused: new Counter(
      metric('aws_refused_total', 'Calls and retries that were not sent, by the reason.', [
        'source',
        'operation',
        'reason',
      ]),
    ),
    waits: new Histogram({
      ...metric('aws_wait_seconds', 'Time that calls of AWS waited for their turn.', ['source', 'operation']),
      buckets: WAIT_SECONDS,
    }),
    callsWaiting: new Gauge(
      metric('aws_calls_waiting', 'Calls of AWS that wait for their turn.', ['source', 'operation']),
    ),
    circuits: new Gauge(
      metric('aws_circuit', 'Whether calls of AWS are refused: 0 no, 0.5 one is tried, 1 yes.', [
        'source',
        'operation',
      ]),
    ),
    rates: new Gauge({
      ...metric('aws_rate', 'Requests a second that may be sent at most.', ['source', 'operation']),
      collect() {
        for (const { labels, rate } of watchedRates().values()) this.set(labels, rate());
      },
    }),
    answers: new Counter(metric('answers_total', 'Answers by where they came from.', ['tier'])),
    requests: new Counter(
      metric('http_requests_total', 'Requests to the dashboard by the pattern of their path.', [
        'route',
        'method',
        'status',
      ]),
    ),
    requestSeconds: new Histogram({
      ...metric('http_request_seconds', 'Time until an answer was sent whole.', ['route']),
      buckets: REQUEST_SECONDS,
    }),
    requestsInFlight: new Gauge(
      metric('http_requests_in_flight', 'Requests to the dashboard that are being answered.', []),
    ),
    queues: new Gauge({
      ...metric('waiting', 'What waits for its turn, by queue.', ['queue']),
      collect() {
        for (const [queue, length] of queueLengths()) this.set({ queue }, length);
      },
    }),
  };
}

const metrics = () => processWide('metrics', newMetrics);

/** Measures the process too: event loop, memory, garbage collection, file descriptors. */
export function measureProcess(): void {
  processWide('metrics of the process', () => collectDefaultMetrics({ register: metrics().registry }));
}

/** All metrics in Prometheus' text format, and its content type. */
export async function metricsText(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics();
  return { text: await registry.metrics(), contentType: registry.contentType };
}

/** Counts a call of AWS until the returned function is called with its result. */
export function countCall(operation: string): (result: string) => void {
  const { calls, callSeconds, callsInFlight } = metrics();
  const labels = { source: SOURCE, operation };
  const observe = callSeconds.startTimer(labels);
  callsInFlight.inc(labels);
  return (result) => {
    callsInFlight.dec(labels);
    observe();
    calls.inc({ ...labels, result });
    if (result === 'ok') countAnswer('aws');
  };
}

/** Counts a call of AWS that waits for its turn, until the returned function is called. */
export function countWait(source: string, operation: string): () => void {
  const { waits, callsWaiting } = metrics();
  const labels = { source, operation };
  const observe = waits.startTimer(labels);
  callsWaiting.inc(labels);
  return () => {
    callsWaiting.dec(labels);
    observe();
  };
}

/** Counts a call of AWS, or a retry of one, that is not sent. */
export const countRefused = (
  source: string,
  operation: string,
  reason: 'circuit' | 'queue' | 'wait' | 'retry',
): void => metrics().refused.inc({ source, operation, reason });

const CIRCUIT_VALUES = { closed: 0, trying: 0.5, open: 1 };

/** Shows whether the calls of an operation are refused because the service fails. */
export const showCircuit = (source: string, operation: string, state: keyof typeof CIRCUIT_VALUES): void =>
  metrics().circuits.set({ source, operation }, CIRCUIT_VALUES[state]);

type WatchedRate = { labels: { source: string; operation: string }; rate: () => number };

const watchedRates = () => processWide('watched rates', () => new Map<string, WatchedRate>());

/** Shows the present rate at which requests may be sent. Another call for the same operation replaces it. */
export function watchRate(source: string, operation: string, rate: () => number): void {
  watchedRates().set(`${source} ${operation}`, { labels: { source, operation }, rate });
}

/** Counts one request to AWS, of which a call may need several. */
export const countAttempt = (command: string, kind: 'first' | 'retry'): void =>
  metrics().attempts.inc({ source: SOURCE, command, kind });

export const countThrottle = (command: string): void => metrics().throttles.inc({ source: SOURCE, command });

export const countAnswer = (tier: Tier): void => metrics().answers.inc({ tier });

/** Counts a request to the dashboard until the returned function is called with its status. */
export function countRequest(): (request: { route: string; method: string; status: number }) => void {
  const { requests, requestSeconds, requestsInFlight } = metrics();
  const observe = requestSeconds.startTimer();
  requestsInFlight.inc();
  return ({ route, method, status }) => {
    requestsInFlight.dec();
    observe({ route });
    requests.inc({ route, method, status });
  };
}
