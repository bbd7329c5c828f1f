import { Breadcrumbs, Text, Title } from '@mantine/core';
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
      <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
        {group}
      </Title>
    </header>
  );
}
