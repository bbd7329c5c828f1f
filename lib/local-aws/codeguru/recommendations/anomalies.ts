import type { Step } from '../store/frame-series';
import { shareOf } from '../store/frame-totals';

/** Time in which a frame's share was unusual, from the start of its first step to the end of its last. */
export type Unusual = { start: number; end: number };

/** A frame's share of the samples, 0–1, where it is unusual, and its median over all steps. */
type Outlier = { frameName: string; median: number; share: number };

/** `share` is the one furthest from the median. */
export type Anomaly = Outlier & { instances: Unusual[] };

/** With fewer steps nothing is said of what is usual. */
const MIN_STEPS = 12;
/** How many times the median deviation, in standard deviations of a normal distribution (1.4826 · MAD). */
const DEVIATIONS = 6;
/** The least difference that matters, as a part of all samples. */
const MIN_DIFFERENCE = 0.05;
const MAX_ANOMALIES = 10;

/**
 * The frames whose share leaves its median by more than 6 · 1.4826 · MAD and more than 5 points of 100. What a frame
 * gains others lose, and its callers gain too: each step is told of the one frame only that goes furthest in it. The ten
 * frames that go furthest in all. `length` is that of a step, milliseconds.
 */
export function anomaliesOf(
  steps: readonly Step[],
  length: number,
  threadStates: readonly string[],
): Anomaly[] {
  if (steps.length < MIN_STEPS) return [];
  const furthestOf = steps.map((): Outlier | undefined => undefined);
  for (const [frameName, shares] of seriesOf(steps, threadStates)) {
    const median = medianOf(shares);
    const spread = medianOf(shares.map((share) => Math.abs(share - median)));
    const most = Math.max(MIN_DIFFERENCE, DEVIATIONS * 1.4826 * spread);
    for (const [i, share] of shares.entries()) {
      const outlier = { frameName, median, share };
      const other = furthestOf[i];
      if (distance(outlier) <= most || (other && distance(other) >= distance(outlier))) continue;
      furthestOf[i] = outlier;
    }
  }
  const anomalies = new Map<string, Anomaly>();
  for (const [i, { start }] of steps.entries()) {
    const outlier = furthestOf[i];
    if (!outlier) continue;
    const anomaly = anomalies.get(outlier.frameName) ?? { ...outlier, instances: [] };
    anomalies.set(outlier.frameName, anomaly);
    if (distance(outlier) > distance(anomaly)) anomaly.share = outlier.share;
    extend(anomaly.instances, start, length);
  }
  return [...anomalies.values()].sort((a, b) => distance(b) - distance(a)).slice(0, MAX_ANOMALIES);
}

const distance = ({ median, share }: Outlier) => Math.abs(share - median);

/** Steps that touch each other are one instance. */
function extend(instances: Unusual[], start: number, length: number): void {
  const last = instances.at(-1);
  if (last?.end === start) last.end = start + length;
  else instances.push({ start, end: start + length });
}

/** Frame → its share of each step, for those that ever differ by what matters; by name, so that the order is fixed. */
function seriesOf(steps: readonly Step[], threadStates: readonly string[]): [string, number[]][] {
  const sharesOf = steps.map(({ frames }) =>
    Float64Array.from(frames.names, (_, place) => shareOf(frames, place, threadStates)),
  );
  // Most frames never have a share that matters: nothing more is kept of them.
  const series = new Map<string, number[]>();
  for (const [i, { frames }] of steps.entries()) {
    for (const [place, share] of (sharesOf[i] ?? []).entries()) {
      if (share > MIN_DIFFERENCE) series.set(frames.names[place] ?? '', []);
    }
  }
  for (const [i, { frames }] of steps.entries()) {
    for (const shares of series.values()) shares.push(0);
    for (const [place, name] of frames.names.entries()) {
      const shares = series.get(name);
      if (shares) shares[i] = sharesOf[i]?.[place] ?? 0;
    }
  }
  return [...series]
    .filter(([, shares]) => Math.max(...shares) - Math.min(...shares) > MIN_DIFFERENCE)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
