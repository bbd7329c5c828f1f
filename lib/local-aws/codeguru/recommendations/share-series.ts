import type { Step } from '../store/frame-series';
import { sharesOf } from '../store/frame-totals';

/**
 * The share of each frame in every step, for frames whose share ever varies by more than `minDifference`. Sorted by name, so
 * that the order is stable.
 */
export function seriesOf(
  steps: readonly Step[],
  threadStates: readonly string[],
  minDifference: number,
): [string, number[]][] {
  const shares = steps.map(({ frames }) => sharesOf(frames, threadStates));
  // Most frames never have a large enough share: they are dropped early.
  const series = new Map<string, number[]>();
  for (const [i, { frames }] of steps.entries()) {
    shares[i]?.forEach((share, place) => {
      if (share > minDifference) series.set(frames.names[place] ?? '', []);
    });
  }
  for (const [i, { frames }] of steps.entries()) {
    for (const values of series.values()) values.push(0);
    for (const [place, name] of frames.names.entries()) {
      const values = series.get(name);
      if (values) values[i] = shares[i]?.[place] ?? 0;
    }
  }
  return [...series]
    .filter(([, values]) => Math.max(...values) - Math.min(...values) > minDifference)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
