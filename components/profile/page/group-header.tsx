import { Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { StarButton } from '@/components/favourites/star-button';
import { RangeLink } from '@/components/range/range-link';

/** Name of the profiling group, with the way back to the list. */
export function GroupHeader({ group }: { group: string }) {
  return (
    <header>
      <Breadcrumbs separator="›" fz="xs">
        <RangeLink href="/profiles" size="xs">
          Profiles
        </RangeLink>
        <Text size="xs" c="dimmed">
          Profiling group
        </Text>
      </Breadcrumbs>
      <Group gap={4} wrap="nowrap">
        <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
          {group}
        </Title>
        <StarButton kind="group" id={group} name={group} />
      </Group>
    </header>
  );
}
