import { formatInstant } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import type { ProfilingGroup } from '../view/profiling-group';
import { newestInstant } from './newest';

type Options = {
  now: number;
  zone: string;
  /** Undefined while it is loading. */
  group: ProfilingGroup | undefined;
};

/** Why a range has no profile: it is in the future, before the group, or empty. Says when the newest one is from. */
export function noProfileText({ from, to }: Span, { now, zone, group }: Options): string {
  const newest = newestText(group, zone);
  if (from >= now) return `This range is in the future.${newest}`;
  const createdAt = group?.createdAt;
  if (createdAt !== undefined && to <= createdAt) {
    return `This range ends before the group was created (${formatInstant(createdAt, zone)}).${newest}`;
  }
  return `No profile in this range.${newest}`;
}

/** A sentence about a group's newest profile, with a space before it; empty while it isn't known. */
export function newestText(group: ProfilingGroup | undefined, zone: string): string {
  const newest = group && newestInstant(group);
  return newest === undefined ? '' : ` The newest profile is from ${formatInstant(newest, zone)}.`;
}
