import type { ScheduledRun } from '../attempts';

/** The newest finished scheduled runs with the same result. */
export type Streak = {
  isFailing: boolean;
  /** Start of its first scheduled run, epoch milliseconds. */
  since: number;
  count: number;
  /** Whether it may have started earlier, because no run with the other result is known before it. */
  orEarlier: boolean;
};

/** The streak at the end of the scheduled runs of one variant, newest first; undefined if none has finished. `isAll`: the first is known too. */
export function streakOf(scheduled: readonly ScheduledRun[], isAll: boolean): Streak | undefined {
  const finished = scheduled.filter(({ outcome }) => outcome !== 'running');
  const isFailing = finished[0]?.outcome === 'failed';
  const other = finished.findIndex(({ outcome }) => (outcome === 'failed') !== isFailing);
  const count = other === -1 ? finished.length : other;
  const first = finished[count - 1];
  return first && { isFailing, since: first.started, count, orEarlier: other === -1 && !isAll };
}
