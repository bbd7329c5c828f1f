import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import type { StateSamples } from '@/lib/profile/tree/states';
import { type Data, inOrder } from '@/lib/profile/tree/states';
import { formatShare } from '../graph/format-samples';

type NoSamplesProps = {
  occurring: readonly StateSamples[];
  onData(data: Data): void;
  height: number;
};

/** A profile that has nothing of what was chosen: says which thread states it has. */
export function NoSamples({ occurring, onData, height }: NoSamplesProps) {
  const there = occurring.filter(({ samples }) => samples > 0);
  const all = there.reduce((sum, { samples }) => sum + samples, 0);
  if (there.length === 0) {
    return <EmptyNotice why="This profile has no samples: nothing was running." height={height} />;
  }
  const shares = inOrder(there.map(({ state }) => state)).map((state) => {
    const samples = there.find((other) => other.state === state)?.samples ?? 0;
    return `${state.slice(0, 60)} ${formatShare(samples / all)}`;
  });
  return (
    <EmptyNotice
      why={`This profile has no samples in the thread states chosen. It has ${shares.join(', ')}.`}
      height={height}
    >
      <Button size="xs" variant="light" onClick={() => onData('all')}>
        Show all thread states
      </Button>
    </EmptyNotice>
  );
}
