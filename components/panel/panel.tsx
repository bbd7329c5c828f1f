import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PanelProps = {
  title: string;
  /** The one number that matters, with its unit. */
  figure?: ReactNode;
  /** Right-hand side of the header: as of, menu. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame every panel stands in. */
export function Panel({ title, figure, aside, children }: PanelProps) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <Title order={2} size="sm">
            {title}
          </Title>
          {figure && <Text size="sm">· {figure}</Text>}
        </Group>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}
