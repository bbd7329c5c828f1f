import { Alert, Button, Group, Text } from '@mantine/core';
import type { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import { absoluteRange, type RangeText, type Span } from '@/lib/time/range';

/** Ways to make a failed aggregation smaller; an impossible one is left out. */
export type NarrowerRequest = {
  longerPeriod?: { label: string; onClick(): void };
  shorterRange?: () => void;
  fewerResources?: { label: string; onClick(): void };
};

/** The newer half of a range. */
export const newerHalf = ({ from, to }: Span): RangeText =>
  absoluteRange({ from: from + Math.floor((to - from) / 2), to });

type AggregationFailedProps = NarrowerRequest & { error: AggregationEnded; onRetry(): void };

const SENTENCES = {
  FAILED: 'The aggregation failed.',
  TIMEOUT: 'The aggregation took too long, and AWS stopped it.',
};

/** Why an aggregation failed, in AWS's words, and ways to request less. */
export function AggregationFailed({ error, onRetry, ...narrower }: AggregationFailedProps) {
  const { longerPeriod, shorterRange, fewerResources } = narrower;
  return (
    <Alert color="red" variant="light" role="alert" icon={<span aria-hidden>▲</span>} p="sm">
      <Text size="sm">
        {SENTENCES[error.status]} {error.statusMessage}
      </Text>
      <Group mt="xs" gap="xs">
        {longerPeriod && (
          <Button size="xs" variant="default" onClick={longerPeriod.onClick}>
            Use a longer period ({longerPeriod.label.toLowerCase()})
          </Button>
        )}
        {shorterRange && (
          <Button size="xs" variant="default" onClick={shorterRange}>
            Use the newer half of the range
          </Button>
        )}
        {fewerResources && (
          <Button size="xs" variant="default" onClick={fewerResources.onClick}>
            {fewerResources.label}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={onRetry}>
          Retry
        </Button>
      </Group>
    </Alert>
  );
}
