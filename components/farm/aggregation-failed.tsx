import { Alert, Button, Group, Text } from '@mantine/core';

/** Ways to a smaller question; one that is not possible is left out. */
export type SmallerRequest = {
  longerPeriod?: { word: string; ask(): void };
  shorterRange(): void;
  fewerResources?: { words: string; ask(): void };
};

type AggregationFailedProps = SmallerRequest & {
  status: 'FAILED' | 'TIMEOUT';
  message: string | undefined;
  onRetry(): void;
};

const WHAT = {
  FAILED: 'AWS could not add this up.',
  TIMEOUT: 'AWS needed too long to add this up and gave up.',
};

/** Why AWS gave up, in its words, and what would be less work for it. */
export function AggregationFailed({ status, message, onRetry, ...smaller }: AggregationFailedProps) {
  return (
    <Alert color="red" variant="light" role="alert" icon={<span aria-hidden>▲</span>} p="sm">
      <Text size="sm">
        {WHAT[status]} {message}
      </Text>
      <Group mt="xs" gap="xs">
        {smaller.longerPeriod && (
          <Button size="xs" variant="default" onClick={smaller.longerPeriod.ask}>
            Use a longer period ({smaller.longerPeriod.word.toLowerCase()})
          </Button>
        )}
        <Button size="xs" variant="default" onClick={smaller.shorterRange}>
          Use the newer half of the range
        </Button>
        {smaller.fewerResources && (
          <Button size="xs" variant="default" onClick={smaller.fewerResources.ask}>
            {smaller.fewerResources.words}
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={onRetry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
