import type { Step } from '../frame-series';
import { shareOf } from '../frame-totals';

/** Time in which a frame's share was unusual, from the start of its first step to the end of its last. */
export type Unusual = { start: number; end: number };

export type Anomaly = {
  frameName: string;
  /** Parts of the samples, 0–1: the median over all steps, and the one furthest from it. */
  median: number;
  furthest: number;
  instances: Unusual[];
};

/** With fewer steps nothing is said of what is usual. */
const FEWEST_STEPS = 12;
/** How many times the median deviation, in standard deviations of a normal distribution (1.4826 · MAD). */
const DEVIATIONS = 6;
/** The least difference that matters, as a part of all samples. */
const LEAST_DIFFERENCE = 0.05;
const MOST_ANOMALIES = 10;

/**
 * The frames whose share leaves its median by more than 6 · 1.4826 · MAD and more than 5 points of 100. Of frames that
 * do so in the same steps (callers and what they call, and all that it takes time from) only the one that goes furthest
 * is told; the ten that go furthest in all. `length` is that of a step, milliseconds.
 */
export function anomaliesOf(
  steps: readonly Step[],
  length: number,
  threadStates: readonly string[],
): Anomaly[] {
  if (steps.length < FEWEST_STEPS) return [];
  const found = new Map<string, Anomaly>();
  for (const [frameName, shares] of seriesOf(steps, threadStates)) {
    const median = medianOf(shares);
    const spread = medianOf(shares.map((share) => Math.abs(share - median)));
    const most = Math.max(LEAST_DIFFERENCE, DEVIATIONS * 1.4826 * spread);
    const unusual = steps.filter((_, i) => Math.abs((shares[i] ?? 0) - median) > most);
    if (unusual.length === 0) continue;
    const furthest = shares.reduce((a, b) => (Math.abs(b - median) > Math.abs(a - median) ? b : a), median);
    const key = unusual.map(({ start }) => start).join();
    const other = found.get(key);
    if (other && distance(other) >= Math.abs(furthest - median)) continue;
    found.set(key, { frameName, median, furthest, instances: joined(unusual, length) });
  }
  return [...found.values()].sort((a, b) => distance(b) - distance(a)).slice(0, MOST_ANOMALIES);
}

const distance = ({ median, furthest }: Anomaly) => Math.abs(furthest - median);

/** Frame → its share of each step, for those that ever differ by what matters; by name, so that the order is fixed. */
function seriesOf(steps: readonly Step[], threadStates: readonly string[]): [string, number[]][] {
  const series = new Map<string, number[]>();
  for (const [i, { frames }] of steps.entries()) {
    for (const [place, name] of frames.names.entries()) {
      const share = shareOf(frames, place, threadStates);
      if (share === 0) continue;
      const shares = series.get(name) ?? steps.map(() => 0);
      series.set(name, shares);
      shares[i] = share;
    }
  }
  return [...series]
    .filter(([, shares]) => Math.max(...shares) - Math.min(...shares) > LEAST_DIFFERENCE)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Steps that touch each other are one instance. */
function joined(steps: readonly Step[], length: number): Unusual[] {
  const instances: Unusual[] = [];
  for (const { start } of steps) {
    const last = instances.at(-1);
    if (last?.end === start) last.end = start + length;
    else instances.push({ start, end: start + length });
  }
  return instances;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
