import { DAY } from '@/lib/time/duration';
import { type Budget, isActive } from './budget';

/** The pace of less than a day is chance, and that of less than this share of a long schedule. */
const MIN_PACE_MS = DAY;
const MIN_PACE_SHARE = 0.05;
/** A schedule of less than two days has a pace after half of it. */
const ENOUGH_SHARE = 0.5;

/** Where a budget is heading. */
export type Outlook =
  /** An action has stopped its queue. */
  | { kind: 'stopped'; at: number }
  /** It is used up already. */
  | { kind: 'used up' }
  /** AWS no longer evaluates it. */
  | { kind: 'inactive' }
  | { kind: 'no schedule' }
  | { kind: 'not started'; from: number }
  | { kind: 'ended'; to: number }
  /** Too little of its time has passed to tell a pace. */
  | { kind: 'too early' }
  | { kind: 'runs out'; at: number }
  /** It lasts to its end, by which this much will be used. */
  | { kind: 'lasts'; usedUsd: number };

/**
 * Where a budget is heading at its pace so far: the usage from its start to `asOf`, spread evenly over that time, continues until
 * its end. A week's quiet weekend or a busy last week before a deadline are not in it.
 */
export function outlookOf(budget: Budget, asOf: number): Outlook {
  const { usedUsd, limitUsd, details } = budget;
  if (details?.queueStoppedAt !== undefined) return { kind: 'stopped', at: details.queueStoppedAt };
  if (usedUsd >= limitUsd) return { kind: 'used up' };
  const schedule = details?.schedule;
  if (!isActive(budget)) return { kind: 'inactive' };
  if (!schedule) return { kind: 'no schedule' };
  const { from, to } = schedule;
  if (asOf < from) return { kind: 'not started', from };
  if (asOf >= to) return { kind: 'ended', to };
  if (asOf - from < minPaceMs(schedule)) return { kind: 'too early' };
  const at = instantOf(budget, limitUsd, asOf);
  if (at !== undefined) return { kind: 'runs out', at };
  return { kind: 'lasts', usedUsd: (usedUsd * (to - from)) / (asOf - from) };
}

/** When this much will be used at the pace so far; undefined if not within the schedule, or if there is no pace (yet). */
export function instantOf({ usedUsd, details }: Budget, amountUsd: number, asOf: number): number | undefined {
  const schedule = details?.schedule;
  if (!schedule || details?.queueStoppedAt !== undefined || usedUsd <= 0 || amountUsd < usedUsd)
    return undefined;
  const { from, to } = schedule;
  if (asOf >= to || asOf - from < minPaceMs(schedule)) return undefined;
  const at = from + ((asOf - from) * amountUsd) / usedUsd;
  return at < to ? at : undefined;
}

const minPaceMs = ({ from, to }: { from: number; to: number }) =>
  Math.max((to - from) * MIN_PACE_SHARE, Math.min(MIN_PACE_MS, (to - from) * ENOUGH_SHARE));
