import { Alert, Button, Group, Text } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';

type FailedPiecesProps = { failed: readonly Error[]; all: number; onRetry(): void };

/** What could not be loaded of a profile that is asked in weeks. Nothing when all came. */
export function FailedPieces({ failed, all, onRetry }: FailedPiecesProps) {
  const [first] = failed;
  if (!first) return null;
  if (failed.length === all) return <ProblemNotice error={first} onRetry={onRetry} />;
  return (
    <Alert color="yellow" variant="light" role="alert" icon={<span aria-hidden>◆</span>} p="sm" mb="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {failed.length} of {all} weeks could not be loaded, so the graph shows less than the range.{' '}
          {first.message}
        </Text>
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
