import { Button, Group, Text } from '@mantine/core';
import type { ChangeSettings } from './profile-settings';

type DeeperNoteProps = {
  /** How much lies deeper. */
  text: string;
  onChange: ChangeSettings;
};

/** Reports what the maximum depth cuts off, with a button that shows all frames. */
export function DeeperNote({ text, onChange }: DeeperNoteProps) {
  return (
    <Group gap={6} mb="xs">
      <Text size="xs" c="dimmed">
        {text}. It counts in totals, and in no function’s self.
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => void onChange({ maxDepth: null })}>
        Show all depths
      </Button>
    </Group>
  );
}
