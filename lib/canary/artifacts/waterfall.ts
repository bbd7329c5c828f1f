/** Phases of a request in the order in which they happen. */
export const PHASES = ['blocked', 'dns', 'connect', 'send', 'wait', 'receive'] as const;
export type Phase = (typeof PHASES)[number];

/** Name of a phase on the page. */
export const phaseLabel = (phase: Phase): string => (phase === 'dns' ? 'DNS' : phase);

/** A request of an HTTP archive. Instants are epoch milliseconds. */
export type WebRequest = {
  method: string;
  url: string;
  /** 0 without a response. */
  status: number;
  /** Of the body; undefined if the archive doesn't tell. */
  bytes?: number;
  started: number;
  durationMs: number;
  /** Milliseconds of each phase that the archive tells. */
  phases: Partial<Record<Phase, number>>;
};

/**
 * The first requests of an HTTP archive by their start. `requestCount`, `span` and `bytes` are of all of them, also of those that are left
 * out because there are too many; `unreadableCount` are entries that aren't requests.
 */
export type Waterfall = {
  requests: WebRequest[];
  requestCount: number;
  unreadableCount: number;
  /** Undefined without requests. */
  span?: { from: number; to: number };
  /** Size of the bodies; undefined unless the archive tells that of each. */
  bytes?: number;
};

/** A part of a row, in shares of the whole time, 0–1. */
export type Segment = { phase: Phase; from: number; to: number };

/** A request's place on the time axis of all requests: its bar, and the phases in it. */
export function segmentsOf(request: WebRequest, { from, to }: { from: number; to: number }) {
  const length = Math.max(1, to - from);
  const share = (instant: number) => Math.max(0, Math.min(1, (instant - from) / length));
  const segments: Segment[] = [];
  const end = request.started + request.durationMs;
  let at = request.started;
  for (const phase of PHASES) {
    const until = Math.min(end, at + (request.phases[phase] ?? 0));
    if (until > at) segments.push({ phase, from: share(at), to: share(until) });
    at = until;
  }
  return { from: share(request.started), to: share(end), segments };
}

/** The time from the start of the first request to the end of the last; undefined without any. */
export function waterfallSpan(requests: readonly WebRequest[]): { from: number; to: number } | undefined {
  if (requests.length === 0) return undefined;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { started, durationMs } of requests) {
    from = Math.min(from, started);
    to = Math.max(to, started + durationMs);
  }
  return { from, to };
}

/** The size of the bodies of all requests; undefined if that of one is unknown. */
export function bodyBytes(requests: readonly WebRequest[]): number | undefined {
  let sum = 0;
  for (const { bytes } of requests) {
    if (bytes === undefined) return undefined;
    sum += bytes;
  }
  return sum;
}

/** Whether a request failed: no response, or a status of 400 or more. */
export const isFailedRequest = ({ status }: WebRequest): boolean => status === 0 || status >= 400;
