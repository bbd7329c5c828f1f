'use client';

import { Button, Code, Stack, Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/range/use-range';
import { newestInstant, newestSpan } from '@/lib/profile/range/newest';
import { newestText, noProfileText } from '@/lib/profile/range/no-profile-text';
import { groupOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { GRAPH_PX } from '../graph/graph-size';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useShowRange } from '../settings/use-show-range';
import { LATEST_TEXTS } from '../strip/profile-sources';

type NoProfileProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

/** Why there is no profile to show: none in the range, or none yet. */
export function NoProfile({ group, settings, onChange }: NoProfileProps) {
  const { span, zone, now } = useRange();
  const showRange = useShowRange(settings, onChange);
  const { data: described } = useQuery(groupOptions(group));
  const newestAt = described && newestInstant(described.data);
  const newest = described && newestSpan(described.data);
  if (described && newestAt === undefined) {
    return (
      <EmptyNotice why="This group has no profile yet." height={GRAPH_PX}>
        <HowToPost group={group} />
      </EmptyNotice>
    );
  }
  const why = settings.latest
    ? `No profile of the ${LATEST_TEXTS[settings.latest]}.${newestText(described?.data, zone)}`
    : noProfileText(span, { now, zone, group: described?.data });
  return (
    <EmptyNotice why={why} height={GRAPH_PX}>
      {newest && (
        <Button size="xs" variant="light" onClick={() => void showRange(newest)}>
          Go to the newest data
        </Button>
      )}
    </EmptyNotice>
  );
}

/** How an application starts to report to a group. */
export function HowToPost({ group }: { group: string }) {
  return (
    <Stack gap="xs" align="center" maw="100%">
      <Text size="sm" c="dimmed" maw={560} ta="center">
        Start your application with the CodeGuru Profiler agent and the name of the group. In Python, for
        example:
      </Text>
      <Code block maw="100%">
        python -m codeguru_profiler_agent -p {group} app.py
      </Code>
      <Text size="sm" c="dimmed">
        The first profile arrives after about five minutes.
      </Text>
    </Stack>
  );
}
