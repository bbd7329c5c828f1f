import { HOUR } from '@/lib/time/duration';

/** What everything that a profile is of cost, US dollars, and the time in which it cost that, milliseconds. */
export type ProfileCost = { usd: number; ms: number };

/** The cost of a part of a profile, US dollars: in the profile's time, in an hour, and in a year that is like it. */
export type FrameCost = { all: number; hour: number; year: number };

const HOURS_PER_YEAR = 365 * 24;

/** The cost of instances that run all the time, at a price an hour; undefined for an empty time. */
export function pricedCost(priceUsd: number, instances: number, ms: number): ProfileCost | undefined {
  return ms > 0 ? { usd: priceUsd * instances * (ms / HOUR), ms } : undefined;
}

/** The cost of a share (0–1) of the samples: the same share of the cost. */
export function costOfShare(share: number, { usd, ms }: ProfileCost): FrameCost {
  const all = share * usd;
  const hour = all / (ms / HOUR);
  return { all, hour, year: hour * HOURS_PER_YEAR };
}

/** How the cost of an hour and of a year changed between two profiles of different lengths; negative if it is saved. */
export function changedCost(before: FrameCost, after: FrameCost): Omit<FrameCost, 'all'> {
  return { hour: after.hour - before.hour, year: after.year - before.year };
}
