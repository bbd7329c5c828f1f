import type { Span } from '@/lib/time/range';
import type { ScheduledRun } from '../attempts';
import { isFirstKnown, knownFrom, knownRuns } from '../known';
import type { LoadedRuns } from '../loaded';
import type { Canary, CanaryRun } from '../run';
import { startedIn } from '../started-in';
import type { Variant } from './canary-health';
import { currentVariants, isInUse } from './current-variants';
import { mainReason } from './failures';
import { byVariant, variantKey, variantsIn } from './variants';

/** Consecutive failed runs, in one or more browsers and locations at once. Instants are epoch milliseconds. */
export type Incident = {
  /** Start of the first failed scheduled run. */
  from: number;
  /**
   * Start of the run that passed again, or when the canary was stopped; the end of the last run if its location or browser is no
   * longer used, or stopped by itself. Absent while the incident lasts.
   */
  to?: number;
  /** Whether it may have started earlier, because no passed run is known before it. */
  orEarlier: boolean;
  /** Failed scheduled runs. */
  failed: number;
  /** The part in the span: its failed scheduled runs, and its length until `now`, milliseconds. */
  inSpan: { failed: number; lengthMs: number };
  /** The most frequent reason of their last attempts, in one line: of reasons that differ in ids and numbers alone, the newest. */
  reason?: string;
  /** The first attempt of the first failed scheduled run, and the last attempt of the last one. */
  first: CanaryRun;
  last: CanaryRun;
  /** Where it was, by name. */
  variants: Variant[];
};

/** The number of consecutive failed runs from which on they are an incident. */
export const DEFAULT_FAILING_AFTER = 1;
export const MAX_FAILING_AFTER = 10;

type Options = { span: Span; now: number; failingAfter?: number };
type Failing = { runs: ScheduledRun[]; to?: number; orEarlier: boolean };

/**
 * The incidents of a span, newest first: `failingAfter` or more consecutive scheduled runs of a browser and location whose last
 * attempt failed. Those that overlap are one. An incident that started before the span counts with all of its known runs.
 */
export function incidentsOf(
  loaded: LoadedRuns,
  canary: Canary,
  { span, now, failingAfter = DEFAULT_FAILING_AFTER }: Options,
): Incident[] {
  const known = knownFrom(loaded, canary, now);
  const scheduled = knownRuns(loaded, known);
  const isAll = isFirstKnown(canary, known);
  const stopped = canary.state === 'STOPPED' ? canary.lastStopped : undefined;
  const used = new Set(currentVariants(scheduled, canary, now).filter(isInUse).map(variantKey));
  const failing = [...byVariant(scheduled)]
    .flatMap(([key, runs]) =>
      failingOf(runs.toReversed(), { usedTo: used.has(key) ? stopped : endOf(runs[0]), isAll }),
    )
    .filter(({ runs }) => runs.length >= failingAfter)
    .sort((a, b) => startOf(a) - startOf(b));
  return joinOverlapping(failing)
    .map((failing) => toIncident(failing, { span, now }))
    .filter(({ from, to = now }) => from < span.to && to > span.from)
    .reverse();
}

/** The stretches of failed runs of one variant, oldest first, from its scheduled runs, oldest first, until it is used no more. */
function failingOf(
  runs: readonly ScheduledRun[],
  { usedTo, isAll }: { usedTo: number | undefined; isAll: boolean },
): Failing[] {
  const found: Failing[] = [];
  let open: Failing | undefined;
  let isEarlierKnown = isAll;
  for (const run of runs) {
    if (run.outcome === 'running') continue;
    if (run.outcome === 'failed') {
      if (open) open.runs.push(run);
      else {
        open = { runs: [run], orEarlier: !isEarlierKnown };
        found.push(open);
      }
    } else {
      if (open) open.to = run.started;
      open = undefined;
      isEarlierKnown = true;
    }
  }
  const last = open?.runs.at(-1)?.started;
  if (open && last !== undefined && usedTo !== undefined && usedTo >= last) open.to = usedTo;
  return found;
}

const endOf = ({ started, attempts }: ScheduledRun) => attempts.at(-1)?.completed ?? started;

const startOf = ({ runs }: Failing) => runs[0]?.started ?? 0;

/** Joins stretches of several variants that overlap, from stretches by ascending start. */
function joinOverlapping(failing: readonly Failing[]): Failing[] {
  const joined: Failing[] = [];
  for (const next of failing) {
    const last = joined.at(-1);
    if (!last || startOf(next) >= (last.to ?? Number.POSITIVE_INFINITY)) {
      joined.push({ ...next, runs: [...next.runs] });
      continue;
    }
    // Engines refuse a call with so many arguments as a month can have runs.
    for (const run of next.runs) last.runs.push(run);
    last.orEarlier ||= next.orEarlier && startOf(next) <= startOf(last);
    if (last.to !== undefined && next.to !== undefined) last.to = Math.max(last.to, next.to);
    else delete last.to;
  }
  return joined;
}

function toIncident({ runs, to, orEarlier }: Failing, { span, now }: Options): Incident {
  const ascending = runs.toSorted((a, b) => a.started - b.started);
  const lastAttempts = ascending.map(({ attempts }) => attempts.at(-1) ?? attempts[0]);
  const [firstRun] = ascending;
  const last = lastAttempts.at(-1);
  if (!firstRun || !last) throw new Error('an incident has at least one run');
  const reason = mainReason(ascending.toReversed());
  return {
    from: firstRun.started,
    ...(to !== undefined && { to }),
    orEarlier,
    failed: runs.length,
    inSpan: {
      failed: runs.filter(startedIn(span)).length,
      lengthMs: Math.max(0, Math.min(to ?? now, span.to) - Math.max(firstRun.started, span.from)),
    },
    ...(reason !== undefined && { reason }),
    first: firstRun.attempts[0],
    last,
    variants: variantsIn(ascending),
  };
}
