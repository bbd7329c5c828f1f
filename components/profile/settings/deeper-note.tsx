import { Button, Group, Text } from '@mantine/core';
import { focusRegionThen } from '@/components/panel/focus-region';
import type { ChangeSettings } from './profile-settings';

type DeeperNoteProps = {
  /** Text on the samples that are deeper. */
  text: string;
  onChange: ChangeSettings;
};

/** States the share of samples that the maximum depth cuts off, with a button that shows all frames. */
export function DeeperNote({ text, onChange }: DeeperNoteProps) {
  return (
    <Group gap={6} mb="xs">
      <Text size="xs" c="dimmed">
        {text}. They count in totals, and in no function’s self.
      </Text>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={focusRegionThen(() => void onChange({ maxDepth: null }))}
      >
        Show all depths
      </Button>
    </Group>
  );
}
