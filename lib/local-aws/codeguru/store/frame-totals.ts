import type { CallTree } from '@/lib/profile/tree/call-tree';

/** The frames of one aggregated profile by name, with the samples in which each occurs. */
export type FrameTotals = {
  /** Index of a frame's name → the name. */
  names: readonly string[];
  states: readonly string[];
  /** For each state: index → samples with the frame on the stack; recursive calls count once. */
  totals: readonly Float64Array[];
  /** For each state: index → self samples of the frame. */
  selves: readonly Float64Array[];
  /** For each state: all samples. */
  samples: readonly number[];
};

export function frameTotals(tree: CallTree): FrameTotals {
  const size = tree.name.length;
  /** Index in the tree's names → index here, plus 1. */
  const placeOf = new Uint32Array(tree.names.length);
  const names: string[] = [];
  for (let node = 1; node < size; node++) {
    const name = tree.name[node] ?? 0;
    if (!placeOf[name]) placeOf[name] = names.push(tree.names[name] ?? '');
  }
  const totals = tree.states.map(() => new Float64Array(names.length));
  const selves = tree.states.map(() => new Float64Array(names.length));
  /** Index here → end of the subtree of its outermost call. */
  const until = new Uint32Array(names.length);
  for (let node = 1; node < size; node++) {
    const place = (placeOf[tree.name[node] ?? 0] ?? 1) - 1;
    const isOutermost = node >= (until[place] ?? 0);
    if (isOutermost) until[place] = tree.end[node] ?? 0;
    for (let state = 0; state < tree.states.length; state++) {
      if (isOutermost) add(totals[state], place, tree.total[state]?.[node]);
      add(selves[state], place, tree.self[state]?.[node]);
    }
  }
  const samples = tree.total.map((column) => column[0] ?? 0);
  return { names, states: tree.states, totals, selves, samples };
}

function add(column: Float64Array | undefined, place: number, samples = 0): void {
  if (column && samples > 0) column[place] = (column[place] ?? 0) + samples;
}

/** A frame's share of the samples in the given thread states, 0–1; zero when there are none. */
export function shareOf(frames: FrameTotals, place: number, threadStates: readonly string[]): number {
  let all = 0;
  let own = 0;
  for (const [i, state] of frames.states.entries()) {
    if (!threadStates.includes(state)) continue;
    all += frames.samples[i] ?? 0;
    own += frames.totals[i]?.[place] ?? 0;
  }
  return all > 0 ? own / all : 0;
}

/** The share of each frame of the samples in the given thread states, 0–1; zeros when there are none. */
export function sharesOf(frames: FrameTotals, threadStates: readonly string[]): Float64Array {
  const shares = new Float64Array(frames.names.length);
  let all = 0;
  for (const [i, state] of frames.states.entries()) {
    if (!threadStates.includes(state)) continue;
    all += frames.samples[i] ?? 0;
    frames.totals[i]?.forEach((own, place) => {
      shares[place] = (shares[place] ?? 0) + own;
    });
  }
  return all > 0 ? shares.map((own) => own / all) : shares.fill(0);
}

/** Approximate size in memory, in bytes. */
export const sizeOf = ({ names, states }: FrameTotals) =>
  200 + names.reduce((sum, name) => sum + 40 + name.length, 0) + names.length * states.length * 16;
