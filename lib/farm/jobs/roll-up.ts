/** What is summed of a job: cost in US dollars, time in seconds. */
export type JobTotals = { costUsd: number; runtimeSeconds: number; records: number };

export type Job = JobTotals & { id: string; name: string };

/** Jobs whose names have the same parts down to a level, with their sums. Levels below it are its children. */
export type RollUpNode = JobTotals & {
  /** The part of the names at this level. */
  part: string;
  jobCount: number;
  children: RollUpNode[];
};

export type RollUp = {
  /** The most expensive first. */
  nodes: RollUpNode[];
  /** Jobs whose names the pattern doesn't match. */
  unmatched: JobTotals & { jobCount: number };
};

/**
 * Sums jobs by the parts of their names, for instance show, sequence, shot and version. `partsOf` returns the parts from the
 * outermost on, undefined for a name without them. Every job counts once: in one path of nodes, or as unmatched.
 */
export function rollUp(
  jobs: Iterable<Job>,
  partsOf: (name: string) => readonly string[] | undefined,
): RollUp {
  const root = emptyNode('');
  const unmatched: Job[] = [];
  for (const job of jobs) {
    const parts = partsOf(job.name);
    if (!parts || parts.length === 0) {
      unmatched.push(job);
      continue;
    }
    let node = root;
    for (const part of parts) {
      const child = node.byPart.get(part) ?? emptyNode(part);
      node.byPart.set(part, child);
      add(child, job);
      node = child;
    }
  }
  return { nodes: sortedNodes(root.byPart), unmatched: sumOfJobs(unmatched) };
}

/** What jobs cost together. */
export function sumOfJobs(jobs: Iterable<JobTotals>): JobTotals & { jobCount: number } {
  const sum = emptyNode('');
  for (const job of jobs) add(sum, job);
  const { costUsd, runtimeSeconds, records, jobCount } = sum;
  return { costUsd, runtimeSeconds, records, jobCount };
}

type GrowingNode = JobTotals & { part: string; jobCount: number; byPart: Map<string, GrowingNode> };

const emptyNode = (part: string): GrowingNode => ({
  part,
  jobCount: 0,
  costUsd: 0,
  runtimeSeconds: 0,
  records: 0,
  byPart: new Map(),
});

function add(node: GrowingNode, { costUsd, runtimeSeconds, records }: JobTotals): void {
  node.jobCount += 1;
  node.costUsd += costUsd;
  node.runtimeSeconds += runtimeSeconds;
  node.records += records;
}

const sortedNodes = (nodes: ReadonlyMap<string, GrowingNode>): RollUpNode[] =>
  [...nodes.values()]
    .map(({ byPart, ...node }) => ({ ...node, children: sortedNodes(byPart) }))
    .sort((a, b) => b.costUsd - a.costUsd || (a.part < b.part ? -1 : 1));
