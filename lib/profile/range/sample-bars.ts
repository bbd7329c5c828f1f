import { chosenStates, type StateChoice, type StateSamples, sortStates } from '../tree/states';
import type { ProfileSamples } from './samples';

/** State of the samples of a profile. */
export type BarStatus = 'read' | 'waiting' | 'failed' | 'leftOut';

/** A profile in a chart of samples; `samples` counts the chosen thread states, 0 until it is read. */
export type SampleBar = { start: number; status: BarStatus; samples: number; states: StateSamples[] };

/** The profiles of a chart, oldest first, with the thread states that it counts and the highest sum. */
export type SampleBars = {
  bars: SampleBar[];
  states: string[];
  max: number;
  samples: number;
  readCount: number;
  failedCount: number;
  leftOutCount: number;
};

type BarsInput = {
  /** Starts of the existing profiles, oldest first. */
  starts: readonly number[];
  answers: readonly ProfileSamples[];
  /** Starts that a request includes, and those of requests that failed or are complete. */
  requested: ReadonlySet<number>;
  failed: ReadonlySet<number>;
  complete: ReadonlySet<number>;
  data: StateChoice | undefined;
};

/**
 * The samples of existing profiles in the chosen thread states, by default those of all of them together. A profile that
 * AWS no longer has is left out.
 */
export function sampleBars({ starts, answers, requested, failed, complete, data }: BarsInput): SampleBars {
  const known = new Map(answers.flatMap(({ profiles }) => profiles.map((each) => [each.start, each.states])));
  const unread = new Set([
    ...failed,
    ...answers.flatMap((answer) => answer.failed.map(({ start }) => start)),
  ]);
  const read = starts.flatMap((start) => known.get(start) ?? []);
  const occurring = new Set(read.filter(({ samples }) => samples > 0).map(({ state }) => state));
  const states = sortStates(chosenStates(data, [...occurring]));
  const bars = starts.flatMap((start): SampleBar[] => {
    const all = known.get(start);
    if (all) {
      const shown = states.map((state) => ({ state, samples: samplesIn(all, state) }));
      return [{ start, status: 'read', samples: sum(shown), states: shown }];
    }
    if (unread.has(start)) return [{ start, status: 'failed', samples: 0, states: [] }];
    if (complete.has(start)) return [];
    return [{ start, status: requested.has(start) ? 'waiting' : 'leftOut', samples: 0, states: [] }];
  });
  const count = (status: BarStatus) => bars.filter((bar) => bar.status === status).length;
  return {
    bars,
    states,
    max: Math.max(0, ...bars.map(({ samples }) => samples)),
    samples: sum(bars),
    readCount: count('read'),
    failedCount: count('failed'),
    leftOutCount: count('leftOut'),
  };
}

const samplesIn = (all: readonly StateSamples[], state: string) =>
  all.find((each) => each.state === state)?.samples ?? 0;

const sum = (items: readonly { samples: number }[]) =>
  items.reduce((total, { samples }) => total + samples, 0);
