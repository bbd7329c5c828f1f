import type { Span } from '@/lib/time/range';
import type { Durations } from '../durations';

/**
 * `silent`: runs were due but none started. `not created`: the canary was created later. `not set up`: it does not run in the chosen
 * browser and location. `unknown`: too few runs are loaded, AWS no longer keeps them, or it doesn't tell whether there are any.
 */
export type HealthState =
  | 'passing'
  | 'failing'
  | 'silent'
  | 'running'
  | 'stopped'
  | 'never ran'
  | 'not created'
  | 'not set up'
  | 'unknown';

/** A browser and location in which a canary runs by itself. */
export type Variant = { browserType?: string; location?: string };

/**
 * Why no runs of a variant are due. `replicating`: AWS is copying the canary to the location. `inconsistent`: AWS could not, and nothing
 * has run there. `stopped`, `not started`, `in error`: the canary is so there alone. `not configured`: its configuration leaves the
 * variant out. `not named`: AWS names no browsers, or no locations, and no runs of this one are known.
 */
export type NotDue =
  | 'replicating'
  | 'inconsistent'
  | 'stopped'
  | 'not started'
  | 'in error'
  | 'not configured'
  | 'not named';

/** Consecutive runs of a variant that failed, or that were due and missing. */
export type VariantStreak = Variant & {
  /** Start of the first failed run, or of the last run before the silence. Epoch milliseconds. */
  since: number;
  /** Whether it may have started earlier, because nothing is known before it. */
  orEarlier: boolean;
  /** Scheduled runs that failed or are missing. */
  count: number;
};

/** The state of a canary at an instant. A canary fails, or is silent, if it is in one of its browsers and locations. */
export type HealthStatus = {
  state: HealthState;
  /**
   * `passing` and `failing`: start of the first run of the streak. `silent`: start of the newest run. `stopped`: the stop.
   * `not created`: the creation. Epoch milliseconds; absent if unknown.
   */
  since?: number;
  orEarlier: boolean;
  /** Missing scheduled runs of the longest silence that has not ended. */
  missed: number;
  /** Browsers and locations in which the canary runs at that instant, at least 1. */
  variantCount: number;
  /** The failing ones, longest streak first. */
  failing: readonly VariantStreak[];
  /** The silent ones, longest silence first. */
  silent: readonly VariantStreak[];
  /** Those of which no runs are due, if there are any. They aren't silent. */
  notDue?: readonly (Variant & { why: NotDue })[];
};

/** Counts of scheduled runs in equal parts of a span, oldest first, as one array per outcome. */
export type Heartbeat = Span & {
  passed: number[];
  retried: number[];
  failed: number[];
  running: number[];
  /** Runs that were due but are missing. */
  missed: number[];
  /** Index of the first part of which everything is known. */
  firstKnown: number;
};

/** What a canary's runs tell about a span. JSON-able. */
export type CanaryHealth = {
  now: HealthStatus;
  /** At the end of the span; the same as `now` if the span ends in the future. */
  atEnd: HealthStatus;
  /** Scheduled runs of the coverage whose last attempt passed. */
  passed: number;
  /** Scheduled runs of the coverage whose last attempt passed or failed. */
  finished: number;
  /** The part of the span of which all runs are known; empty (from = to) if none is. */
  coverage: Span;
  /** Of the finished attempts of the coverage, milliseconds. */
  durations: Durations;
  heartbeat: Heartbeat;
  /** Start of the newest known scheduled run until now, epoch milliseconds. */
  newest?: number;
  /** The instant from which all runs are known; null if nothing older exists. */
  knownFrom: number | null;
  /** Whether the whole span is older than AWS keeps runs. */
  isExpired: boolean;
};

/** Options of `healthOf`; `bins` is the maximum number of parts of the heartbeat. */
export type HealthOptions = { span: Span; now: number; bins: number };
