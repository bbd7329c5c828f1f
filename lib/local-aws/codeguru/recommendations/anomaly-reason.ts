import { HOUR } from '@/lib/time/duration';
import { formatClock, formatDate } from '@/lib/time/format';
import { type Anomaly, type AnomalyInstance, farthest } from './anomalies';

/**
 * The reason of an anomaly: direction, what was usual, and the level reached, of the instance that differs most. It names that
 * instance's time, because an anomaly has one reason for all its instances.
 */
export function anomalyReason(anomaly: Anomaly, threadStates: readonly string[]): string {
  const most = farthest(anomaly);
  const { usual = 0, level = 0 } = most ?? {};
  const { isAbove, instances } = anomaly;
  const verb = isAbove ? 'rose' : 'fell';
  const base = threadStates.includes('RUNNABLE') ? 'CPU samples' : 'all samples';
  const rank = instances.length > 1 ? `, the most unusual of ${instances.length} times` : '';
  const time = most ? ` ${timeText(most)}${rank}` : '';
  return `The frame’s share ${verb} from ${percent(usual)} to ${percent(level)} of ${base}${time}. Both are medians, of the usual hours before and of the unusual ones.`;
}

/** `in the hour from 23 Nov 2026 11:00 UTC`, `in the 3 hours from …`, or `since …`. */
function timeText({ start, end }: AnomalyInstance): string {
  const from = `${formatDate(start, 'UTC')} ${formatClock(start, 'UTC')} UTC`;
  if (end === undefined) return `since the hour from ${from}`;
  const hours = Math.round((end - start) / HOUR);
  return `in the ${hours === 1 ? 'hour' : `${hours} hours`} from ${from}`;
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
