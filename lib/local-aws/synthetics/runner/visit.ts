import type { Clock } from '../../clock';
import type { Step } from './canary-spec';

/** One request and its answer. Instants are epoch milliseconds of the world's clock. */
export type Exchange = {
  method: string;
  url: string;
  requestHeaders: [string, string][];
  started: number;
  /** When the answer's head was there; absent when none came. */
  answered?: number;
  ended: number;
  status?: number;
  statusText?: string;
  responseHeaders: [string, string][];
  /** Bytes of the decoded body that were read. */
  bodyBytes: number;
  redirectUrl?: string;
};

/** What came of a step: `failure` in words for a run's reason when it isn't as expected. */
export type Visit = {
  step: Step;
  started: number;
  ended: number;
  exchanges: Exchange[];
  failure?: string;
};

export type VisitOptions = {
  clock: Clock;
  /** Aborts when nobody wants to know any more. */
  signal: AbortSignal;
  /** Gives a signal that aborts after so many milliseconds. */
  timeoutSignal(ms: number): AbortSignal;
};

const USER_AGENT = 'local-aws canary';
const MOST_REDIRECTS = 10;
/** What is read of a body, at most. */
const LARGEST_BODY = 5 * 1024 * 1024;
const LONGEST_PATH = 200;
const LONGEST_QUOTE = 80;
/** How Node's fetch gives up an answer of which nothing has come for 300 s, whatever the canary's own limits. */
const SILENT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Takes one step of a canary: requests its URL, follows redirects and judges the answer. Never throws. */
export async function visit(step: Step, options: VisitOptions): Promise<Visit> {
  const started = options.clock.now();
  const exchanges: Exchange[] = [];
  const late = step.maxMs === undefined ? undefined : options.timeoutSignal(step.maxMs);
  const signal = late ? AbortSignal.any([late, options.signal]) : options.signal;
  let fault: string | undefined;
  try {
    fault = await follow(step, { ...options, signal }, exchanges);
  } catch (error) {
    fault = late?.aborted
      ? `did not answer within ${(step.maxMs ?? 0) / 1000} s`
      : `failed: ${errorClass(error)}`;
  }
  const failure = fault && `${nameOf(step, exchanges.at(-1))} ${fault}`;
  return { step, started, ended: options.clock.now(), exchanges, failure };
}

/** What is wrong with the answer at the end of the redirects; undefined when it is as expected. */
async function follow(step: Step, options: VisitOptions, exchanges: Exchange[]): Promise<string | undefined> {
  let url = new URL(step.url);
  let method: string = step.method;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const exchange = begin(method, url, options.clock.now());
    exchanges.push(exchange);
    let text: string | undefined;
    try {
      text = await request(exchange, step, options);
    } finally {
      exchange.ended = options.clock.now();
    }
    const { status = 0, redirectUrl } = exchange;
    if (status === step.expectedStatus || redirectUrl === undefined) return judge(step, status, text);
    url = new URL(redirectUrl);
    if (!/^https?:$/.test(url.protocol)) return 'redirects to what is neither http nor https';
    if (status === 303 ? method !== 'HEAD' : method === 'POST' && status < 303) method = 'GET';
  }
  return `redirects more than ${MOST_REDIRECTS} times`;
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

/** Sends the request, notes the answer in `exchange`, and gives the text of its body if that matters. */
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
    if (exchange.bodyBytes >= LARGEST_BODY) break;
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

function judge({ expectedStatus, expectedText }: Step, status: number, text = ''): string | undefined {
  const isExpected = expectedStatus === undefined ? status >= 200 && status < 300 : status === expectedStatus;
  if (!isExpected)
    return `answered ${status}${expectedStatus === undefined ? '' : `, expected ${expectedStatus}`}`;
  if (expectedText !== undefined && !text.includes(expectedText))
    return `answered without "${expectedText.slice(0, LONGEST_QUOTE)}"`;
  return undefined;
}

/** The step and the request, without the query, which may hold what is nobody's business. */
function nameOf({ name, url, method }: Step, last: Exchange | undefined): string {
  const at = new URL(last?.url ?? url);
  const elsewhere = at.origin === new URL(url).origin ? '' : at.origin;
  const request = `${last?.method ?? method} ${elsewhere}${at.pathname.slice(0, LONGEST_PATH)}`;
  return name === undefined ? request : `Step "${name}": ${request}`;
}

/** The system's or HTTP client's code for a failure (ECONNREFUSED …), else the error's name: never its text. */
function errorClass(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') {
    return SILENT.has(cause.code) ? 'silent for 300 s' : cause.code;
  }
  return cause instanceof Error ? cause.name : error.name;
}
