import { Alert, Button, Group, Text } from '@mantine/core';
import { CliButton } from '@/components/download/cli-item';
import { costsScript } from '@/lib/farm/export/costs-script';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { AggregationEnded } from '@/lib/farm/stream/aggregation-ended';
import type { NarrowerRequest } from './narrower-request';

type AggregationFailedProps = NarrowerRequest & {
  error: AggregationEnded;
  asked: Pick<AskedCosts, 'query'> & Partial<Pick<AskedCosts, 'filters'>>;
  onRetry(): void;
};

const SENTENCES = {
  FAILED: 'The aggregation failed.',
  TIMEOUT: 'The aggregation took too long, and AWS stopped it.',
};

/** Why an aggregation failed, in AWS's words, ways to request less, and its calls. */
export function AggregationFailed({ error, asked, onRetry, ...narrower }: AggregationFailedProps) {
  const { query, filters = [] } = asked;
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
        <CliButton
          script={(place) => costsScript({ asked: { query, filters }, isCut: false }, place)}
          fileName={`${query.farmId}_costs`}
        />
      </Group>
    </Alert>
  );
}
