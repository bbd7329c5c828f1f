import { UsualShare } from './usual-share';

/** Fewer hours don't show what is usual. */
const MIN_USUAL_STEPS = 12;
/** Minimum distance from what is usual, in standard deviations of a normal distribution (1.4826 · MAD). */
const DEVIATIONS = 6;
/** Minimum distance from what is usual, as a share of all samples. */
export const MIN_DIFFERENCE = 0.05;
/** A run continues while it keeps this part of its largest distance, so that one quieter hour doesn't cut it in two. */
const KEPT_PART = 0.5;
/**
 * A run starts with the hours before it that moved by this part of its distance: a change within an hour moves only a part of
 * that hour, and one in the first hours is noticed only when enough are known.
 */
const FIRST_PART = 0.25;

/** Successive steps `[from, to)` in which a share was unusual in one direction: above what was usual, or below. */
export type Run = {
  from: number;
  to: number;
  /** The median of the usual steps before the run. */
  usual: number;
  isAbove: boolean;
};

/**
 * The runs of unusual shares. Each share is compared with the earlier ones that were usual, never with later ones, so that a
 * lasting change is one run from its first step to the last one, however long it lasts.
 */
export function unusualRuns(shares: readonly number[]): Run[] {
  const usual = new UsualShare();
  const runs: OpenRun[] = [];
  let run: OpenRun | undefined;
  for (const [i, share] of shares.entries()) {
    const distance = run ? distanceIn(run, share) : 0;
    if (run && distance > Math.min(run.threshold, run.farthest * KEPT_PART)) {
      run.to = i + 1;
      run.farthest = Math.max(run.farthest, distance);
      continue;
    }
    const last = runs.at(-1);
    run = startedRun(usual, share, i);
    if (!run) {
      usual.add(share);
      continue;
    }
    for (; run.from > (last?.to ?? 0) && hasBegun(run, shares[run.from - 1]); run.from--)
      usual.remove(shares[run.from - 1] ?? 0);
    if (last?.to === run.from && last.isAbove === run.isAbove) {
      last.to = i + 1;
      run = last;
    } else runs.push(run);
  }
  return runs.map(({ from, to, usual, isAbove }) => ({ from, to, usual, isAbove }));
}

/** A run that may continue; distances are in its direction. */
type OpenRun = Run & { spread: number; threshold: number; farthest: number };

const distanceIn = ({ usual, isAbove }: Run, share: number) => (isAbove ? share - usual : usual - share);

const hasBegun = (run: OpenRun, share = 0) =>
  distanceIn(run, share) > Math.max(run.spread, run.farthest * FIRST_PART);

function startedRun(before: UsualShare, share: number, at: number): OpenRun | undefined {
  const usual = before.median;
  const farthest = Math.abs(share - usual);
  if (before.count < MIN_USUAL_STEPS || farthest <= MIN_DIFFERENCE) return undefined;
  const spread = DEVIATIONS * 1.4826 * before.spread;
  const threshold = Math.max(MIN_DIFFERENCE, spread);
  if (farthest <= threshold) return undefined;
  return { from: at, to: at + 1, usual, isAbove: share > usual, spread, threshold, farthest };
}
