import { counted } from '@/lib/answer/counted';
import { formatDayClock, formatZoneAt } from '@/lib/time/format';
import type { LoadedRuns } from '../loaded';

/** How far runs were read: `Read 12,300 runs back to 14 Nov 09:30 UTC`. */
export function readingText({ runs, from }: LoadedRuns, zone: string): string {
  if (!Number.isFinite(from)) return `Read ${counted(runs.length, 'run')}`;
  return `Read ${counted(runs.length, 'run')} back to ${formatDayClock(from, zone)} ${formatZoneAt(from, zone)}`;
}
