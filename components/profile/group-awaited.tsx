import { Stack } from '@mantine/core';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { GRAPH_PX } from './graph-size';
import { GroupHeader } from './group-header';

/** A group's page as long as AWS has not answered. */
export const GroupAwaited = ({ group }: { group: string }) => (
  <Stack gap="md">
    <GroupHeader group={group} />
    <Panel title="Flame graph">
      <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
    </Panel>
  </Stack>
);
