import { Button, Group } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { focusRegionThen } from '@/components/panel/focus-region';
import { GRAPH_PX } from '../graph/graph-size';
import type { ChangeSettings } from '../settings/profile-settings';
import { baselineAt } from './baseline';

type NoComparisonProps = {
  /** One of the two times has no profile; otherwise neither profile has samples. */
  isEmpty: boolean;
  onChange: ChangeSettings;
};

/** Why there is no graph of differences. */
export const NoComparison = ({ isEmpty, onChange }: NoComparisonProps) =>
  isEmpty ? (
    <EmptyNotice
      why="One of the two times has no profile, so there is nothing to compare. The strips show where profiles exist: pick one of them, or choose another time."
      height={GRAPH_PX}
    >
      <Group gap="xs">
        <Button size="xs" variant="light" onClick={focusRegionThen(() => void onChange(baselineAt('day')))}>
          A day before
        </Button>
        <Button size="xs" variant="light" onClick={focusRegionThen(() => void onChange(baselineAt('week')))}>
          A week before
        </Button>
      </Group>
    </EmptyNotice>
  ) : (
    <EmptyNotice why="Neither profile has samples in the selected thread states." height={GRAPH_PX}>
      <Button size="xs" variant="light" onClick={focusRegionThen(() => void onChange({ data: 'all' }))}>
        Show all thread states
      </Button>
    </EmptyNotice>
  );
