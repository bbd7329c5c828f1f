import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { focusRegionThen } from '@/components/panel/focus-region';
import type { StateSamples } from '@/lib/profile/tree/states';
import { type StateChoice, sortStates } from '@/lib/profile/tree/states';
import { formatShare } from '../frame-text/format-samples';

type NoSamplesProps = {
  occurring: readonly StateSamples[];
  onData(data: StateChoice): void;
  height: number;
};

/** A profile without samples in the selected thread states, with the states that it has. */
export function NoSamples({ occurring, onData, height }: NoSamplesProps) {
  const present = occurring.filter(({ samples }) => samples > 0);
  const all = present.reduce((sum, { samples }) => sum + samples, 0);
  if (present.length === 0) {
    return <EmptyNotice why="This profile has no samples. Nothing was running." height={height} />;
  }
  const shares = sortStates(present.map(({ state }) => state)).map((state) => {
    const samples = present.find((other) => other.state === state)?.samples ?? 0;
    return `${state.slice(0, 60)} ${formatShare(samples / all)}`;
  });
  return (
    <EmptyNotice
      why={`This profile has no samples in the selected thread states. Of all samples it has ${shares.join(', ')}.`}
      height={height}
    >
      <Button size="xs" variant="light" onClick={focusRegionThen(() => onData('all'))}>
        Show all thread states
      </Button>
    </EmptyNotice>
  );
}
