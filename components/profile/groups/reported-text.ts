import { newestInstant } from '@/lib/profile/range/newest';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { formatInstant } from '@/lib/time/format';

/** When a group last reported. */
export function reportedText(group: ProfilingGroup, zone: string): string {
  const reported = newestInstant(group);
  return reported === undefined ? 'none yet' : formatInstant(reported, zone);
}
