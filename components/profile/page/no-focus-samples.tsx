import { Button, Group } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { focusRegionThen } from '@/components/panel/focus-region';
import type { ChangeSettings } from '../settings/profile-settings';

type NoFocusSamplesProps = { states: readonly string[]; onChange: ChangeSettings; height: number };

/** A focused frame without samples in the selected thread states. */
export function NoFocusSamples({ states, onChange, height }: NoFocusSamplesProps) {
  return (
    <EmptyNotice
      why={`This frame has no samples in ${states.join(', ').slice(0, 200)}. It has some in other thread states.`}
      height={height}
    >
      <Group gap="xs" justify="center">
        <Button size="xs" variant="light" onClick={focusRegionThen(() => void onChange({ data: 'all' }))}>
          Show all thread states
        </Button>
        <Button size="xs" variant="default" onClick={focusRegionThen(() => void onChange({ focus: '' }))}>
          Show the whole profile
        </Button>
      </Group>
    </EmptyNotice>
  );
}
