import { Alert, Button, Group, Text } from '@mantine/core';
import { ProblemError } from '@/lib/answer/problem';

/** What happened, what the viewer can do, the request id to quote, and a way to ask again. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Alert color="red" role="alert" title={problem ? undefined : 'Something went wrong'}>
      <Text size="sm">{problem?.message ?? 'The page could not show this panel.'}</Text>
      {problem?.requestId && (
        <Text size="xs" c="dimmed">
          Request id {problem.requestId}
        </Text>
      )}
      {onRetry && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
