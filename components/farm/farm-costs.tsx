'use client';

import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import type { Names } from '@/lib/farm/names';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import { unknownChoice } from '@/lib/farm/plan/unknown-choice';
import { type Fleet, type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import { chosenIds, narrowerRequest } from './costs/narrower-request';
import { FarmStatistics } from './farm-statistics';
import type { FarmChoice } from './farm-toolbar';
import type { PlaceNav } from './path/place-nav';
import type { RowsChoice } from './rows/rows-view';
import { useUsers } from './use-users';

type FarmCostsProps = {
  farmId: string;
  queues: UseQueryResult<Answer<Queue[]>>;
  fleets: UseQueryResult<Answer<Fleet[]>>;
  names: Names;
  choice: FarmChoice;
  onChange(change: Partial<FarmChoice>): void;
  nav: PlaceNav;
  rowsChoice: RowsChoice;
  /** About the choice, in a sentence. */
  note: string | undefined;
  /** Shown between the charts and the rows, also when there are none. */
  budgets: ReactNode;
};

/** The cost of the chosen queues or fleets of a farm in the page's range. */
export function FarmCosts(props: FarmCostsProps) {
  const { farmId, queues, fleets, names, choice, onChange, nav, rowsChoice, note, budgets } = props;
  const range = useRange();
  const { zone } = range;
  const { from, to } = range.span;
  const users = useUsers();
  const asked = useMemo(
    () => askedCosts({ farmId, queues: queues.data, users }, { from, to }, zone, choice, STATISTICS),
    [farmId, queues.data, users, from, to, zone, choice],
  );

  if (!asked) {
    return (
      <Stack gap="md">
        <NoQueues queues={queues} />
        {budgets}
      </Stack>
    );
  }
  const unknown = unknownChoice(asked.query.resources, { queues: queues.data, fleets: fleets.data });
  const problem = queues.error ?? fleets.error;
  return (
    <Stack gap="xs">
      {problem && (
        <ProblemNotice
          error={problem}
          onRetry={() => void Promise.all([queues.refetch(), fleets.refetch()])}
        />
      )}
      <Warnings
        warnings={[
          ...(note ? [note] : []),
          ...(queues.data?.warnings ?? []),
          ...(fleets.data?.warnings ?? []),
        ]}
      />
      <FarmStatistics
        asked={asked}
        statistic={choice.statistic}
        names={names}
        nav={nav}
        rowsChoice={rowsChoice}
        budgets={budgets}
        unknown={
          unknown && { choice: unknown, onRemove: () => onChange(chosenIds(unknown.kind, unknown.knownIds)) }
        }
        narrower={narrowerRequest(asked.query, range, onChange)}
      />
    </Stack>
  );
}

function NoQueues({ queues }: Pick<FarmCostsProps, 'queues'>) {
  return (
    <Panel title="Cost" onRetry={() => void queues.refetch()}>
      {queues.error && <ProblemNotice error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.isPending && <PanelSkeleton height={336} label="Loading queues" />}
      {queues.data && (
        <EmptyNotice
          why="This farm has no queues, so it has no sessions. Create a queue in the Deadline Cloud console and submit a job to it."
          height={336}
        />
      )}
    </Panel>
  );
}
