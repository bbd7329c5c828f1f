import type { CallTree } from '../tree/call-tree';
import type { IndexColumn } from '../tree/columns';
import type { SampleColumn } from '../tree/sample-column';

/** NodeGroup, and for each the node whose samples it brings: the same one where samples are those of callees. */
export type NodeGroup = { at: Uint32Array; from: Uint32Array };

/** A frame of a tree that is made of another: the nodes it stands for, their samples over the states that are drawn. */
export type Branch = NodeGroup & { name: number; samples: number };

/** Parts nodes by their names, over and over: what is counted by name is kept in columns of its own. */
export class Branches {
  readonly #name: IndexColumn;
  readonly #samples: SampleColumn;
  /** Name → what is counted of the nodes under way. */
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;
  /** Name → its branch + 1. */
  readonly #branch: Uint32Array;

  /** `samples` are of the nodes whose samples are brought. */
  constructor({ name, names }: CallTree, samples: SampleColumn) {
    this.#name = name;
    this.#samples = samples;
    this.#sums = new Float64Array(names.length);
    this.#counts = new Uint32Array(names.length);
    this.#branch = new Uint32Array(names.length);
  }

  /** The branches that have some samples and at least `narrowest`, in order of first appearance. */
  of({ at, from }: NodeGroup, narrowest: number): Branch[] {
    const met = this.#count(at, from);
    const branches: Branch[] = [];
    for (const name of met) {
      const samples = this.#sums[name] ?? 0;
      const count = this.#counts[name] ?? 0;
      this.#sums[name] = 0;
      this.#counts[name] = 0;
      if (!(samples > 0 && samples >= narrowest)) continue;
      const own = new Uint32Array(count);
      // Each brings its own samples: one column does for both.
      const brought = at === from ? own : new Uint32Array(count);
      this.#branch[name] = branches.push({ name, samples, at: own, from: brought });
    }
    if (branches.length > 0) this.#fill(branches, at, from);
    return branches;
  }

  /** The names met. */
  #count(at: Uint32Array, from: Uint32Array): number[] {
    const met: number[] = [];
    for (let i = 0; i < at.length; i++) {
      const name = this.#name[at[i] ?? 0] ?? 0;
      const count = this.#counts[name] ?? 0;
      if (count === 0) met.push(name);
      this.#counts[name] = count + 1;
      this.#sums[name] = (this.#sums[name] ?? 0) + (this.#samples[from[i] ?? 0] ?? 0);
    }
    return met;
  }

  #fill(branches: readonly Branch[], at: Uint32Array, from: Uint32Array): void {
    for (let i = 0; i < at.length; i++) {
      const node = at[i] ?? 0;
      const name = this.#name[node] ?? 0;
      const branch = branches[(this.#branch[name] ?? 0) - 1];
      if (!branch) continue;
      const filled = this.#counts[name] ?? 0;
      branch.at[filled] = node;
      if (branch.from !== branch.at) branch.from[filled] = from[i] ?? 0;
      this.#counts[name] = filled + 1;
    }
    for (const { name } of branches) {
      this.#branch[name] = 0;
      this.#counts[name] = 0;
    }
  }
}
