import type { Step } from '../store/frame-series';
import { shareOf } from '../store/frame-totals';

/** A time in which a frame's share was unusual, from the start of the first step to the end of the last. */
export type AnomalyInstance = { start: number; end: number };

/** An unusual share of the samples, 0–1, and the frame's median share over all steps. */
type Outlier = { frameName: string; median: number; share: number };

/** `share` is the one farthest from the median. */
export type Anomaly = Outlier & { instances: AnomalyInstance[] };

/** Fewer steps don't show what is usual. */
const MIN_STEPS = 12;
/** Minimum distance from the median, in standard deviations of a normal distribution (1.4826 · MAD). */
const DEVIATIONS = 6;
/** Minimum distance from the median, as a share of all samples. */
const MIN_DIFFERENCE = 0.05;
const MAX_ANOMALIES = 10;

/**
 * The frames whose share differs from its median by more than 6 · 1.4826 · MAD and more than 5 percentage points. When a
 * frame gains, its callers gain and others lose, so each step is attributed only to the frame that differs most. Returns the
 * ten frames that differ most. `length` is the length of a step in milliseconds.
 */
export function anomaliesOf(
  steps: readonly Step[],
  length: number,
  threadStates: readonly string[],
): Anomaly[] {
  if (steps.length < MIN_STEPS) return [];
  const farthest = steps.map((): Outlier | undefined => undefined);
  for (const [frameName, shares] of seriesOf(steps, threadStates)) {
    const median = medianOf(shares);
    const spread = medianOf(shares.map((share) => Math.abs(share - median)));
    const threshold = Math.max(MIN_DIFFERENCE, DEVIATIONS * 1.4826 * spread);
    for (const [i, share] of shares.entries()) {
      const outlier = { frameName, median, share };
      const other = farthest[i];
      if (distance(outlier) <= threshold || (other && distance(other) >= distance(outlier))) continue;
      farthest[i] = outlier;
    }
  }
  const anomalies = new Map<string, Anomaly>();
  for (const [i, { start }] of steps.entries()) {
    const outlier = farthest[i];
    if (!outlier) continue;
    const anomaly = anomalies.get(outlier.frameName) ?? { ...outlier, instances: [] };
    anomalies.set(outlier.frameName, anomaly);
    if (distance(outlier) > distance(anomaly)) anomaly.share = outlier.share;
    extend(anomaly.instances, start, length);
  }
  return [...anomalies.values()].sort((a, b) => distance(b) - distance(a)).slice(0, MAX_ANOMALIES);
}

const distance = ({ median, share }: Outlier) => Math.abs(share - median);

/** Adjacent steps are one instance. */
function extend(instances: AnomalyInstance[], start: number, length: number): void {
  const last = instances.at(-1);
  if (last?.end === start) last.end = start + length;
  else instances.push({ start, end: start + length });
}

/** Each frame's share in every step, for frames that ever differ enough; sorted by name, so that the order is stable. */
function seriesOf(steps: readonly Step[], threadStates: readonly string[]): [string, number[]][] {
  const sharesOf = steps.map(({ frames }) =>
    Float64Array.from(frames.names, (_, place) => shareOf(frames, place, threadStates)),
  );
  // Most frames never have a large enough share: they are dropped early.
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
