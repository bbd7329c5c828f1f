'use client';

import type { inferParserType } from 'nuqs';
import { useEffect, useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { isLastRunKnown } from '@/lib/canary/list/canary-row';
import { readingAllText } from '@/lib/canary/list/reading-all-text';
import { readableCanaries } from '@/lib/canary/list/runs-budget';
import { isFigure } from '@/lib/canary/list/sort-rows';
import { worstFirst } from '@/lib/canary/list/worst-first';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { isRead } from '@/lib/canary/stream/health-so-far';
import type { canaryListParams } from './list-params';
import type { ListedCanary } from './use-canary-rows';

type Options = {
  /** Rows that match all filters which need no runs. */
  rows: readonly ListedCanary[];
  /** Those of them that are shown. */
  found: readonly ListedCanary[];
  choice: Pick<inferParserType<typeof canaryListParams>, 'sort' | 'runs'>;
  /** Gets their names, separated by spaces. */
  onWanted(names: string): void;
};

/** Has the runs of all rows read if the order or a filter needs them, what is failing first, and returns how far they are. */
export function useReadingAll(
  answer: Answer<CanaryWithLastRun[]>,
  { rows, found, choice, onWanted }: Options,
): string {
  const { span, now } = useRange();
  const { sort, runs: event } = choice;
  const needsAll = event !== null || isFigure(sort.by);
  const hasLastRuns = !answer.partial;
  const wanted = needsAll
    ? rows
    : rows.filter(({ canary }) => sort.by === 'last' && !isLastRunKnown(canary, hasLastRuns, now));
  const isWanted = wanted.length > 0;
  // In an order that doesn't change while they are read.
  const order = useMemo(() => (isWanted ? worstFirst(answer, now) : []), [isWanted, answer, now]);
  const wantedNames = new Set(wanted.map(({ canary }) => canary.name));
  const names = order.filter((name) => wantedNames.has(name)).join(' ');
  const readable = useMemo(() => {
    const byName = new Map(answer.data.map((canary) => [canary.name, canary]));
    const canaries = names.split(' ').flatMap((name) => byName.get(name) ?? []);
    return readableCanaries(canaries, { span, now });
  }, [answer, names, span, now]);
  useEffect(() => onWanted(readable.map(({ name }) => name).join(' ')), [readable, onWanted]);
  if (!isWanted) return '';
  const failed = wanted.filter(({ reading }) => reading?.problem).length;
  const read = wanted.filter(({ reading }) => isRead(reading)).length - failed;
  const earlier = wanted.filter(({ reading, isEarlier }) => isEarlier && !reading?.problem).length;
  const leftOut = wanted.length - readable.length;
  return readingAllText({
    ...{
      total: wanted.length,
      read,
      earlier,
      failed,
      leftOut,
      found: found.length,
      event,
      sortedBy: sort.by,
    },
  });
}
