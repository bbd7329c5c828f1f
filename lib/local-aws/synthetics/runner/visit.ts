import type { Clock } from '../../clock';
import type { Step } from './canary-spec';

/** One request and its response. Instants are epoch milliseconds of the world's clock. */
export type Exchange = {
  method: string;
  url: string;
  requestHeaders: [string, string][];
  started: number;
  /** When the response's head arrived; absent without a response. */
  answered?: number;
  ended: number;
  status?: number;
  statusText?: string;
  responseHeaders: [string, string][];
  /** Bytes read of the decoded body. */
  bodyBytes: number;
  redirectUrl?: string;
};

/** The result of a step. A failed step has a `failure`, in words for the run's reason. */
export type Visit = {
  step: Step;
  started: number;
  ended: number;
  exchanges: Exchange[];
  failure?: string;
};

export type VisitOptions = {
  clock: Clock;
  /** Aborts when the run ends. */
  signal: AbortSignal;
  /** Returns a signal that aborts after `ms` milliseconds. */
  timeoutSignal(ms: number): AbortSignal;
};

const USER_AGENT = 'local-aws canary';
const MAX_REDIRECTS = 10;
/** Further bytes of a body are not read. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_PATH_LENGTH = 200;
const MAX_QUOTE_LENGTH = 80;
/** Node's fetch aborts a response after 300 s without data, whatever the canary's own limits. */
const TIMEOUT_CODES = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Runs one step of a canary: requests its URL, follows redirects and checks the response. Never throws. */
export async function visit(step: Step, options: VisitOptions): Promise<Visit> {
  const started = options.clock.now();
  const exchanges: Exchange[] = [];
  const timeout = step.maxMs === undefined ? undefined : options.timeoutSignal(step.maxMs);
  const signal = timeout ? AbortSignal.any([timeout, options.signal]) : options.signal;
  let problem: string | undefined;
  try {
    problem = await follow(step, { ...options, signal }, exchanges);
  } catch (error) {
    problem = timeout?.aborted
      ? `did not answer within ${(step.maxMs ?? 0) / 1000} s`
      : `failed: ${errorCode(error)}`;
  }
  const failure = problem && `${nameOf(step, exchanges.at(-1))} ${problem}`;
  return { step, started, ended: options.clock.now(), exchanges, failure };
}

/** The fault of the response after all redirects; undefined when it is as expected. */
async function follow(step: Step, options: VisitOptions, exchanges: Exchange[]): Promise<string | undefined> {
  let url = new URL(step.url);
  let method: string = step.method;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const exchange = begin(method, url, options.clock.now());
    exchanges.push(exchange);
    let text: string | undefined;
    try {
      text = await request(exchange, step, options);
    } finally {
      exchange.ended = options.clock.now();
    }
    const { status = 0, redirectUrl } = exchange;
    if (status === step.expectedStatus || redirectUrl === undefined) return check(step, status, text);
    url = new URL(redirectUrl);
    if (!/^https?:$/.test(url.protocol)) return 'redirects to a URL that is neither http nor https';
    if (status === 303 ? method !== 'HEAD' : method === 'POST' && status < 303) method = 'GET';
  }
  return `redirects more than ${MAX_REDIRECTS} times`;
}

function begin(method: string, url: URL, now: number): Exchange {
  return {
    method,
    url: url.href,
    requestHeaders: [['user-agent', USER_AGENT]],
    started: now,
    ended: now,
    responseHeaders: [],
    bodyBytes: 0,
  };
}

/** Sends the request, records the response in `exchange`, and returns the body's text if the step needs it. */
async function request(
  exchange: Exchange,
  step: Step,
  { signal, clock }: VisitOptions,
): Promise<string | undefined> {
  const { method, url, requestHeaders } = exchange;
  const response = await fetch(url, { method, redirect: 'manual', signal, headers: requestHeaders });
  exchange.answered = clock.now();
  exchange.status = response.status;
  exchange.statusText = response.statusText;
  exchange.responseHeaders = [...response.headers];
  exchange.redirectUrl = redirectOf(response, url);
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body ?? []) {
    exchange.bodyBytes += chunk.length;
    if (step.expectedText !== undefined) chunks.push(chunk);
    if (exchange.bodyBytes >= MAX_BODY_BYTES) break;
  }
  return step.expectedText === undefined ? undefined : decode(Buffer.concat(chunks), response);
}

function redirectOf({ status, headers }: Response, url: string): string | undefined {
  const location = headers.get('location');
  if (location === null || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

function decode(body: Buffer, { headers }: Response): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? [];
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function check({ expectedStatus, expectedText }: Step, status: number, text = ''): string | undefined {
  const isExpected = expectedStatus === undefined ? status >= 200 && status < 300 : status === expectedStatus;
  if (!isExpected)
    return `answered ${status}${expectedStatus === undefined ? '' : `, expected ${expectedStatus}`}`;
  if (expectedText !== undefined && !text.includes(expectedText))
    return `answered without "${expectedText.slice(0, MAX_QUOTE_LENGTH)}"`;
  return undefined;
}

/** The step and the request, without the query, which may hold secrets. */
function nameOf({ name, url, method }: Step, last: Exchange | undefined): string {
  const target = new URL(last?.url ?? url);
  const origin = target.origin === new URL(url).origin ? '' : target.origin;
  const request = `${last?.method ?? method} ${origin}${target.pathname.slice(0, MAX_PATH_LENGTH)}`;
  return name === undefined ? request : `Step "${name}": ${request}`;
}

/** The code of a system or HTTP client error such as ECONNREFUSED, else the error's name; never its text. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    return TIMEOUT_CODES.has(cause.code) ? 'no data for 300 s' : cause.code;
  }
  return cause instanceof Error ? cause.name : error.name;
}
