import { DAY, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** A place in the profile that a recommendation applies to, with its share of the samples (0–1). */
export type FindingMatch = {
  /** The expensive function. */
  name: string;
  /** Names from the root of the stack to the function; empty when AWS doesn't return them all. */
  path: string[];
  share: number;
};

export type Recommendation = {
  name: string;
  description: string;
  steps: string;
  /** Of the samples that AWS analysed, in any thread state (0–1); local-aws leaves out IDLE. */
  share: number;
  /** Number of places; `matches` lists the most expensive ones. */
  places: number;
  matches: FindingMatch[];
};

/** A function whose share of the samples left its usual range. */
export type Anomaly = {
  name: string;
  threadStates: string[];
  reason: string;
  instances: { from: number; to?: number }[];
};

/** The findings of a range of at most 7 days, epoch milliseconds. */
export type FindingsRequest = { group: string; startTime: number; endTime: number };

/** Recommendations and anomalies that CodeGuru Profiler reports for a range. */
export type Findings = {
  group: string;
  recommendations: Recommendation[];
  anomalies: Anomaly[];
};

/** Longest range that GetRecommendations accepts. */
const MAX_FINDINGS_MS = 7 * DAY;

/** Requested ranges start and end at these steps, so that a moving one is requested only now and then. */
const FINDINGS_STEP_MS = 5 * MINUTE;

/** Range to request findings for: whole steps of five minutes, and the newest week of a range that is too long for AWS. */
export function findingsSpan({ from, to }: Span): Span {
  const end = Math.ceil(to / FINDINGS_STEP_MS) * FINDINGS_STEP_MS;
  const start = Math.floor(from / FINDINGS_STEP_MS) * FINDINGS_STEP_MS;
  return { from: Math.max(start, end - MAX_FINDINGS_MS), to: end };
}

/** States that a range is longer than the one that AWS analyses; nothing for a shorter one. */
export const unanalysedNotes = (span: Span): string[] =>
  findingsSpan(span).from > span.from + FINDINGS_STEP_MS
    ? ['AWS analyses at most 7 days. Only the newest 7 have recommendations and anomalies.']
    : [];

const MAX_SEARCH_LENGTH = 200;

/** Search text for the functions of the matches, as many as fit from the first on; '' when there are none. */
export function searchForMatches(matches: readonly FindingMatch[]): string {
  const [first, ...others] = new Set(matches.map(({ name }) => name));
  if (first === undefined) return '';
  if (others.length === 0) return first.slice(0, MAX_SEARCH_LENGTH);
  const names: string[] = [];
  for (const name of [first, ...others].map(escaped)) {
    if (expression([...names, name]).length <= MAX_SEARCH_LENGTH) names.push(name);
  }
  return names.length > 0 ? expression(names) : first.slice(0, MAX_SEARCH_LENGTH);
}

const expression = (names: readonly string[]) => `/^(?:${names.join('|')})$/`;

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
