import type { CallTree } from '../tree/call-tree';
import type { IndexColumn } from '../tree/columns';
import type { SampleColumn } from '../tree/sample-column';

/**
 * Nodes, and for each the node whose samples it contributes: towards callees the node itself, towards callers the node from
 * which it was reached.
 */
export type NodeGroup = { nodes: Uint32Array; sources: Uint32Array };

/** A frame of a derived tree: the original nodes it stands for, and their samples in the visible thread states. */
export type Branch = NodeGroup & { name: number; samples: number };

/** Partitions groups of nodes by name. The columns indexed by name are reused from call to call. */
export class Branches {
  readonly #name: IndexColumn;
  readonly #samples: SampleColumn;
  /** Name → sums over the current group. */
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;
  /** Name → index of its branch + 1. */
  readonly #branch: Uint32Array;

  /** `samples` is indexed by source node. */
  constructor({ name, names }: CallTree, samples: SampleColumn) {
    this.#name = name;
    this.#samples = samples;
    this.#sums = new Float64Array(names.length);
    this.#counts = new Uint32Array(names.length);
    this.#branch = new Uint32Array(names.length);
  }

  /**
   * The branches with at least `minSamples` and more than none, in order of first appearance, and the number of others that
   * have samples.
   */
  partition({ nodes, sources }: NodeGroup, minSamples: number): { branches: Branch[]; omitted: number } {
    const seen = this.#count(nodes, sources);
    const branches: Branch[] = [];
    let omitted = 0;
    for (const name of seen) {
      const samples = this.#sums[name] ?? 0;
      const count = this.#counts[name] ?? 0;
      this.#sums[name] = 0;
      this.#counts[name] = 0;
      if (!(samples > 0 && samples >= minSamples)) {
        if (samples > 0) omitted += 1;
        continue;
      }
      const own = new Uint32Array(count);
      // One column serves both purposes where each node is its own source.
      const ownSources = nodes === sources ? own : new Uint32Array(count);
      this.#branch[name] = branches.push({ name, samples, nodes: own, sources: ownSources });
    }
    if (branches.length > 0) this.#fill(branches, nodes, sources);
    return { branches, omitted };
  }

  /** Counts nodes and samples by name, and returns the names. */
  #count(nodes: Uint32Array, sources: Uint32Array): number[] {
    const seen: number[] = [];
    for (let i = 0; i < nodes.length; i++) {
      const name = this.#name[nodes[i] ?? 0] ?? 0;
      const count = this.#counts[name] ?? 0;
      if (count === 0) seen.push(name);
      this.#counts[name] = count + 1;
      this.#sums[name] = (this.#sums[name] ?? 0) + (this.#samples[sources[i] ?? 0] ?? 0);
    }
    return seen;
  }

  #fill(branches: readonly Branch[], nodes: Uint32Array, sources: Uint32Array): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] ?? 0;
      const name = this.#name[node] ?? 0;
      const branch = branches[(this.#branch[name] ?? 0) - 1];
      if (!branch) continue;
      const filled = this.#counts[name] ?? 0;
      branch.nodes[filled] = node;
      if (branch.sources !== branch.nodes) branch.sources[filled] = sources[i] ?? 0;
      this.#counts[name] = filled + 1;
    }
    for (const { name } of branches) {
      this.#branch[name] = 0;
      this.#counts[name] = 0;
    }
  }
}
