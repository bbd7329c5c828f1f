import type { CallTree } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { keepNodes } from '@/lib/profile/tree/keep-nodes';
import { sumSubtrees } from '@/lib/profile/tree/sum-subtrees';
import { WINDOW } from '../../codeguru/store/aggregation';
import { hash, Random } from '../random';
import { AliasTable } from './alias-table';
import { type Flow, type Stack, stacksOf } from './flow';

/** The parameters of a sample service. */
export type Plan = {
  seed: string;
  flows: readonly Flow[];
  /** Thread state of samples whose stack names none. */
  defaultState: string;
  /** Number of stacks drawn for one 5-minute window. */
  drawsPerWindow: number;
  /** Exponent of the Zipf distribution by which a flow's first stacks are drawn more often than its last. */
  skew: number;
  fileOf(frame: string): string | undefined;
};

/** A stack with its key, which sorts stacks with the same first frames together, and its index in counts. */
type Site = Stack & { key: string; number: number };
type Source = { file: string; from: number; to: number };
type DrawnFlow = { flow: Flow; table: AliasTable; firstSite: number };

/**
 * All stacks that a sample service can have, as one tree. A window draws from its sites with its own random stream, so
 * that a date's data never changes. Several windows are summed by site before the sums become one tree.
 */
export class Universe {
  readonly #tree: CallTree;
  /** Node and thread state of each site. */
  readonly #nodes: Uint32Array;
  readonly #states: Uint8Array;
  readonly #flows: DrawnFlow[] = [];

  constructor(readonly plan: Plan) {
    const sites: Site[] = [];
    for (const flow of plan.flows) {
      const stacks = [...stacksOf(flow, plan.seed, plan.defaultState)];
      const table = new AliasTable(stacks.map((_, rank) => (rank + 1) ** -plan.skew));
      this.#flows.push({ flow, table, firstSite: sites.length });
      for (const [key, stack] of stacks) sites.push({ ...stack, key, number: sites.length });
    }
    const states = [...new Set(sites.map(({ state }) => state))];
    this.#states = Uint8Array.from(sites, ({ state }) => states.indexOf(state));
    this.#nodes = new Uint32Array(sites.length);
    this.#tree = { ...this.#grow(sites), states };
  }

  /** Builds the tree of all stacks, which are adjacent in sorted order when they share their first frames. */
  #grow(sites: readonly Site[]): CallTree {
    const builder = new CallTreeBuilder();
    const sources = new Map<string, Source | undefined>();
    let open: string[] = [];
    let size = 1;
    const path: number[] = [];
    for (const { frames, number } of sites.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      let shared = 0;
      while (shared < open.length && open[shared] === frames[shared]) shared++;
      for (let i = open.length; i > shared; i--) builder.close();
      path.length = shared;
      for (const frame of frames.slice(shared)) {
        if (!sources.has(frame)) sources.set(frame, sourceOf(frame, this.plan.fileOf(frame)));
        const source = sources.get(frame);
        builder.open(frame);
        if (source) {
          builder.inFile(source.file);
          builder.atLines(source.from, source.to);
        }
        path.push(size++);
      }
      this.#nodes[number] = path.at(-1) ?? 0;
      open = frames;
    }
    return builder.finish();
  }

  /** Zero samples for each site. */
  noCounts(): Float64Array {
    return new Float64Array(this.#nodes.length);
  }

  /** Adds the samples of the 5-minute windows that start within [from, to) to the counts of each site. */
  add(from: number, to: number, counts: Float64Array): void {
    for (let start = from; start < to; start += WINDOW) this.#draw(start, counts);
  }

  #draw(start: number, counts: Float64Array): void {
    const { seed, drawsPerWindow } = this.plan;
    const random = new Random(seed, 'window', start);
    const weights = this.#flows.map(({ flow }) => flow.weight(start));
    const total = weights.reduce((a, b) => a + b, 0);
    for (const [i, { table, firstSite }] of this.#flows.entries()) {
      const share = ((weights[i] ?? 0) / total) * drawsPerWindow;
      const draws = Math.floor(share * random.between(0.9, 1.1) + random.next());
      for (let draw = 0; draw < draws; draw++) {
        const site = firstSite + table.draw(random);
        counts[site] = (counts[site] ?? 0) + 1 + random.below(9);
      }
    }
  }

  /** The call tree of the sites that have samples. */
  treeOf(counts: Float64Array): CallTree {
    const all = this.#tree;
    const self = all.states.map(() => new Float64Array(all.name.length));
    const isUsed = new Uint8Array(all.name.length);
    for (let site = 0; site < counts.length; site++) {
      const samples = counts[site] ?? 0;
      const node = this.#nodes[site] ?? 0;
      const column = self[this.#states[site] ?? 0];
      if (!column || samples === 0) continue;
      column[node] = (column[node] ?? 0) + samples;
      for (let at = node; !isUsed[at]; at = all.parent[at] ?? 0) isUsed[at] = 1;
    }
    const tree = keepNodes({ ...all, self, total: [] }, (node) => isUsed[node] === 1);
    return { ...tree, total: tree.self.map((column) => sumSubtrees(tree.parent, column)) };
  }
}

/** The source file and lines of a function, always the same for the same function. */
function sourceOf(frame: string, file: string | undefined): Source | undefined {
  if (file === undefined) return undefined;
  const from = 20 + ((hash(frame) >>> 0) % 380);
  return { file, from, to: from + ((hash(file + frame) >>> 0) % 9) };
}
