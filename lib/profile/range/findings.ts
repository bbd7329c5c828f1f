import { DAY, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** A place that a recommendation speaks of, with its share of the samples, 0–1. */
export type FindingMatch = {
  /** The function that costs. */
  name: string;
  /** Names from the first frame of the stack on to it; empty where AWS doesn't tell them all. */
  path: string[];
  share: number;
};

export type Recommendation = {
  name: string;
  description: string;
  steps: string;
  /** Of the samples of all thread states but IDLE, 0–1. */
  share: number;
  /** How many places there are; `matches` are the most costly of them. */
  places: number;
  matches: FindingMatch[];
};

/** A function whose share of the samples left what is usual for it. */
export type Anomaly = {
  name: string;
  threadStates: string[];
  reason: string;
  instances: { from: number; to?: number }[];
};

/** The findings of a range of at most 7 days, epoch milliseconds. */
export type FindingsRequest = { group: string; startTime: number; endTime: number };

/** What CodeGuru Profiler says of the profile of a range. */
export type Findings = {
  group: string;
  recommendations: Recommendation[];
  anomalies: Anomaly[];
};

/** The longest range that recommendations are made of. */
const LONGEST_FINDINGS = 7 * DAY;

/** The range that findings are asked of: whole steps of five minutes, of a longer one than AWS takes the newest week. */
export function findingsSpan({ from, to }: Span): Span {
  const step = 5 * MINUTE;
  const end = Math.ceil(to / step) * step;
  return { from: Math.max(Math.floor(from / step) * step, end - LONGEST_FINDINGS), to: end };
}

const LONGEST_EXPRESSION = 200;

/** A search for the functions of places, the first of them as far as they fit into one; '' for none. */
export function searchOf(matches: readonly FindingMatch[]): string {
  const [only, ...more] = new Set(matches.map(({ name }) => name));
  if (only === undefined) return '';
  if (more.length === 0) return only.slice(0, LONGEST_EXPRESSION);
  const names: string[] = [];
  for (const name of [only, ...more].map(escaped)) {
    if (expression([...names, name]).length <= LONGEST_EXPRESSION) names.push(name);
  }
  return names.length > 0 ? expression(names) : only.slice(0, LONGEST_EXPRESSION);
}

const expression = (names: readonly string[]) => `/^(?:${names.join('|')})$/`;

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
