'use client';

import { Stack } from '@mantine/core';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { GRAPH_PX } from '../graph/graph-size';
import { GroupHeader } from './group-header';

/** The page of a profiling group before its data arrives. */
export const GroupSkeleton = ({ group }: { group: string }) => (
  <Stack gap="md" data-wide>
    <GroupHeader group={group} />
    <Panel title="Flame graph" isFallback>
      <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
    </Panel>
  </Stack>
);
