'use client';

import { useMemo, useState } from 'react';
import type { JobsOfRows } from '@/lib/farm/jobs/jobs-of';
import type { NameParts } from '@/lib/farm/jobs/name-parts';
import { rollUp } from '@/lib/farm/jobs/roll-up';
import { visibleNodes } from '@/lib/farm/jobs/visible-nodes';
import type { JobLine } from './job-rows';
import { JobsTable } from './jobs-table';

type RollUpTableProps = {
  found: JobsOfRows;
  /** The names that the pattern was tried on. */
  names: readonly string[];
  result: Extract<NameParts, { kind: 'parts' }>;
  /** Lines after the parts. */
  rest: readonly JobLine[];
  sum: JobLine;
  hasCompute: boolean;
};

/** What jobs cost by the parts of their names. Each part opens to those below it. */
export function RollUpTable({ found, names, result, rest, sum, hasCompute }: RollUpTableProps) {
  const { labels, parts } = result;
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const { nodes, unmatched } = useMemo(() => {
    const partsByName = new Map(names.map((name, at) => [name, parts[at] ?? undefined]));
    return rollUp(found.jobs, (name) => partsByName.get(name));
  }, [found, names, parts]);
  const toggle = (id: string) =>
    setOpenIds((open) =>
      open.has(id) ? new Set([...open].filter((other) => other !== id)) : new Set([...open, id]),
    );
  const lines = visibleNodes(nodes, openIds).map(
    ({ node, depth, id }): JobLine => ({
      ...{ id, depth, jobCount: node.jobCount },
      ...{ costUsd: node.costUsd, runtimeSeconds: node.runtimeSeconds, records: node.records },
      name: node.part || `No ${(labels[depth] ?? '').toLowerCase()}`,
      ...(node.children.length > 0 && { isOpen: openIds.has(id), onToggle: () => toggle(id) }),
    }),
  );
  if (unmatched.jobCount > 0)
    lines.push({ ...unmatched, id: 'unmatched', name: 'Jobs that the pattern doesn’t match', depth: 0 });
  return (
    <JobsTable
      label="Jobs by parts of their names"
      nameLabel={labels.join(' › ')}
      lines={[...lines, ...rest]}
      hasJobs
      wholeUsd={found.whole.costUsd}
      {...{ sum, hasCompute }}
    />
  );
}
