import type { Step } from '../store/frame-series';
import { seriesOf } from './share-series';
import { MIN_DIFFERENCE, type Run, unusualRuns } from './unusual-runs';
import { medianOf } from './usual-share';

/** A time in which a frame's share was unusual, from the start of its first step. Without an end it still lasts. */
export type AnomalyInstance = {
  start: number;
  end?: number;
  /** The median share of the usual steps before it, 0–1. */
  usual: number;
  /** The median share of its own steps, 0–1. */
  level: number;
};

/** A frame whose share was unusual in one direction. */
export type Anomaly = { frameName: string; isAbove: boolean; instances: AnomalyInstance[] };

const MAX_ANOMALIES = 10;

/** A run of a frame, and for each of its steps how far the share is from the usual one. */
type FrameRun = Run & {
  frameName: string;
  level: number;
  distances: number[];
  sum: number;
  isContinued: boolean;
};

/** The whole steps of a range, and what is known after them. */
export type AnalysedSteps = {
  steps: readonly Step[];
  /** The length of a step in milliseconds. */
  length: number;
  /** The step that has not ended, with the profiles so far. It only shows whether an instance still lasts. */
  running?: Step;
  /** The end of the range. */
  until: number;
};

/**
 * The frames whose share differs from that of the hours before. When a frame gains, its callers gain and others lose, so a
 * run counts only if it differs clearly more than the larger ones of the same time. Returns the ten that differ most.
 */
export function anomaliesOf(analysed: AnalysedSteps, threadStates: readonly string[]): Anomaly[] {
  const { steps, length, running, until } = analysed;
  const runs = seriesOf(running ? [...steps, running] : steps, threadStates, MIN_DIFFERENCE)
    .flatMap(([frameName, shares]) => frameRuns(frameName, shares, steps.length))
    .sort((a, b) => b.sum - a.sum);
  const anomalies = new Map<string, Anomaly>();
  for (const run of independent(runs, steps.length)) {
    const { frameName, isAbove, usual, level } = run;
    const key = `${isAbove} ${frameName}`;
    const anomaly = anomalies.get(key) ?? { frameName, isAbove, instances: [] };
    anomalies.set(key, anomaly);
    const start = steps[run.from]?.start ?? 0;
    const end = (steps[run.to - 1]?.start ?? 0) + length;
    const isLasting = run.isContinued || (run.to === steps.length && end >= until);
    anomaly.instances.push({ start, ...(!isLasting && { end }), usual, level });
  }
  for (const { instances } of anomalies.values()) instances.sort((a, b) => a.start - b.start);
  return [...anomalies.values()].sort((a, b) => distance(b) - distance(a)).slice(0, MAX_ANOMALIES);
}

/** The instance that differs most. */
export const farthest = ({ instances }: Pick<Anomaly, 'instances'>): AnomalyInstance | undefined =>
  instances.toSorted((a, b) => Math.abs(b.level - b.usual) - Math.abs(a.level - a.usual))[0];

function distance(anomaly: Anomaly): number {
  const { level, usual } = farthest(anomaly) ?? { level: 0, usual: 0 };
  return Math.abs(level - usual);
}

/** The runs of a frame in its whole steps; a share after them is that of the running step. */
function frameRuns(frameName: string, shares: readonly number[], wholeCount: number): FrameRun[] {
  const whole = shares.slice(0, wholeCount);
  const continued =
    shares.length > wholeCount ? unusualRuns(shares).find(({ to }) => to > wholeCount) : undefined;
  return unusualRuns(whole).map((run) => {
    const own = whole.slice(run.from, run.to);
    const distances = own.map((share) => Math.abs(share - run.usual));
    const sum = distances.reduce((a, b) => a + b, 0);
    const isContinued = run.from === continued?.from && run.isAbove === continued.isAbove;
    return { ...run, frameName, level: medianOf(own), distances, sum, isContinued };
  });
}

/** The runs, largest first, that in one of their steps differ by an anomaly more than all larger ones do. */
function independent(runs: readonly FrameRun[], stepCount: number): FrameRun[] {
  const explained = new Float64Array(stepCount);
  return runs.filter(({ from, distances }) => {
    if (distances.every((distance, i) => distance <= (explained[from + i] ?? 0) + MIN_DIFFERENCE))
      return false;
    for (const [i, distance] of distances.entries())
      explained[from + i] = Math.max(explained[from + i] ?? 0, distance);
    return true;
  });
}
