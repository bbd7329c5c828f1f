import { Button, Code, Stack, Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { newestInstant } from '@/lib/profile/range/newest';
import type { ProfilingGroup } from '@/lib/profile/view/profiling-group';
import { formatInstant } from '@/lib/time/format';

type NoProfileProps = {
  /** Undefined while it is not known. */
  group: ProfilingGroup | undefined;
  /** Why there is none: the range, or the period that was asked for. */
  where: string;
  zone: string;
  height: number;
  onNewest: (() => void) | undefined;
};

/** Why there is no profile to see: none in the range, or none at all yet. */
export function NoProfile({ group, where, zone, height, onNewest }: NoProfileProps) {
  const newest = group && newestInstant(group);
  if (group && newest === undefined) {
    return (
      <EmptyNotice why="This group has no profile yet." height={height}>
        <HowToPost group={group.name} />
      </EmptyNotice>
    );
  }
  const last = newest === undefined ? '' : ` The newest one is from ${formatInstant(newest, zone)}.`;
  return (
    <EmptyNotice why={`No profile ${where}.${last}`} height={height}>
      {onNewest && (
        <Button size="xs" variant="light" onClick={onNewest}>
          Go to the newest data
        </Button>
      )}
    </EmptyNotice>
  );
}

/** How an application comes to report to a group. */
export function HowToPost({ group }: { group: string }) {
  return (
    <Stack gap="xs" align="center" maw="100%">
      <Text size="sm" c="dimmed" maw={560} ta="center">
        Start your application with the CodeGuru Profiler agent and the group’s name, in Python for example:
      </Text>
      <Code block maw="100%">
        python -m codeguru_profiler_agent -p {group} app.py
      </Code>
      <Text size="sm" c="dimmed">
        The first profile comes about five minutes later.
      </Text>
    </Stack>
  );
}
