import { type Anomaly, farthest } from './anomalies';

/** One sentence on an anomaly: direction, what was usual, and the level reached, of the instance that differs most. */
export function anomalyReason(anomaly: Anomaly, threadStates: readonly string[]): string {
  const { usual = 0, level = 0 } = farthest(anomaly) ?? {};
  const { isAbove, instances } = anomaly;
  const verb = isAbove ? 'rose' : 'fell';
  const base = threadStates.includes('RUNNABLE') ? 'CPU samples' : 'all samples';
  const most = instances.length > 1 ? `, in the most unusual of ${instances.length} times` : '';
  return `The frame’s share ${verb} from ${percent(usual)} to ${percent(level)} of ${base}${most}. Both are medians, of the usual hours before and of the unusual ones.`;
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
