'use client';

import { Breadcrumbs, Stack, Text, Title } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useSides } from '@/components/profile/compare/use-sides';
import { GRAPH_PX } from '@/components/profile/graph/graph-size';
import { useProfileSettings } from '@/components/profile/settings/use-profile-settings';
import { rememberGroup } from '@/components/range/last-group';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { likelyGroup } from '@/lib/profile/range/likely-group';
import { spanAround } from '@/lib/profile/range/span-around';
import { groupsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { BaselineChoice } from './baseline-choice';
import { CODE_TITLE, CodePanel } from './code-panel';
import { CostPanel } from './cost-panel';
import { FailurePanel } from './failure-panel';
import { useFailedRuns } from './use-failed-runs';
import classes from './why.module.css';
import { whyParams } from './why-params';
import { CORRELATION, comparedText } from './why-text';

/** What the code did and what a farm cost while a canary failed, compared with an earlier time. */
export function Why({ canary }: { canary: string }) {
  const { span, now, zone } = useRange();
  const [{ group: chosenGroup, farm }, choose] = useQueryStates(whyParams, { history: 'push' });
  const [settings, onChange] = useProfileSettings();
  const groups = useQuery(groupsOptions());
  const group = chosenGroup ?? (groups.data && likelyGroup(groups.data.data, span));
  const sides = useSides(group ?? '', settings);
  const compared = sides.comparison.requested.span;
  const baseline = sides.baseline.requested.span;
  const runs = useFailedRuns(canary, compared.from);
  const lastPassed = runs.failed?.lastPassed;
  const passing =
    lastPassed &&
    spanAround({ from: lastPassed.started, to: lastPassed.completed ?? lastPassed.started }, compared);
  return (
    <Stack gap="md" data-wide>
      <header>
        <Breadcrumbs separator="›" fz="xs">
          <RangeLink href="/canaries" size="xs">
            Canaries
          </RangeLink>
          <RangeLink href={`/canaries/${encodeURIComponent(canary)}`} size="xs" className={classes.name}>
            {canary}
          </RangeLink>
        </Breadcrumbs>
        <Title order={1} size="h3" className={classes.name}>
          Code and cost while {canary} failed
        </Title>
        <div className={classes.compare}>
          <span>Compare with</span>
          <BaselineChoice {...{ settings, onChange, passing }} />
          <Text size="xs" c="dimmed" className={classes.text}>
            {comparedText(compared, baseline, now, zone)} {CORRELATION}
          </Text>
        </div>
      </header>
      <div className={classes.panels}>
        <FailurePanel name={canary} runs={runs} />
        <div className={classes.code}>
          {group !== undefined ? (
            <CodePanel
              key={group}
              {...{ group, settings, onChange }}
              onGroup={(name) => {
                rememberGroup(name);
                void choose({ group: name });
              }}
            />
          ) : (
            <Panel title={CODE_TITLE} id="code">
              {groups.error && <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />}
              {groups.isPending && <PanelSkeleton height={GRAPH_PX} label="Loading profiling groups" />}
              {groups.data && (
                <EmptyNotice why="This account and region have no profiling groups. The Profiles page shows how to post a first profile." />
              )}
            </Panel>
          )}
        </div>
        <CostPanel chosenId={farm} onFarm={(id) => void choose({ farm: id })} {...{ compared, baseline }} />
      </div>
    </Stack>
  );
}
