import type { CallTree } from './call-tree';
import { firstOf } from './first-of';

/** A function that calls another or is called by it, and the samples of the stacks in which it does. */
export type Call = { name: string; samples: number };

/**
 * Who calls a function and what it calls, wherever that is, by samples, at most `most` each; a stack with the same call
 * several times counts once. `total` is node → samples. One pass.
 */
export function callsOf(
  tree: CallTree,
  wanted: string,
  total: Float64Array,
  most: number,
): { callers: Call[]; callees: Call[] } {
  const name = tree.names.indexOf(wanted);
  const callers = new Calls(tree.names.length);
  const callees = new Calls(tree.names.length);
  for (let node = 1; node < tree.name.length; node++) {
    const parent = tree.parent[node] ?? 0;
    if (parent === 0) continue;
    const [own, caller] = [tree.name[node] ?? 0, tree.name[parent] ?? 0];
    const end = tree.end[node] ?? 0;
    if (own === name) callers.add(caller, node, end, total[node] ?? 0);
    if (caller === name) callees.add(own, node, end, total[node] ?? 0);
  }
  return { callers: callers.first(tree.names, most), callees: callees.first(tree.names, most) };
}

/** Samples of calls by the name of the other function. */
class Calls {
  readonly #sums: Float64Array;
  /** Name → one past the subtree of the call that was counted last. */
  readonly #past: Uint32Array;

  constructor(names: number) {
    this.#sums = new Float64Array(names);
    this.#past = new Uint32Array(names);
  }

  add(name: number, node: number, end: number, samples: number): void {
    if (node < (this.#past[name] ?? 0)) return;
    this.#sums[name] = (this.#sums[name] ?? 0) + samples;
    this.#past[name] = end;
  }

  first(names: readonly string[], most: number): Call[] {
    const called: Call[] = [];
    this.#sums.forEach((samples, name) => {
      if (samples > 0) called.push({ name: names[name] ?? '', samples });
    });
    return firstOf(called, most, (a, b) => b.samples - a.samples || (a.name < b.name ? -1 : 1));
  }
}
