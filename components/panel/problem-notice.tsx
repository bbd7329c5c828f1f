import { Alert, Button, Group, Text } from '@mantine/core';
import { ProblemError } from '@/lib/answer/problem';

type ProblemNoticeProps = { error: Error; onRetry?: () => void };

/** What happened, what the viewer can do, the request id to quote, and a way to ask again. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Alert color="red" variant="light" role="alert" icon={<span aria-hidden>▲</span>} p="sm" mb="xs">
      <Text size="sm">{problem?.message ?? 'Something went wrong: this panel could not be shown.'}</Text>
      {problem?.requestId && (
        <Text size="xs" c="dimmed">
          Request id <code>{problem.requestId}</code>
        </Text>
      )}
      {onRetry && (
        <Group mt="xs" gap="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
          {problem?.retryable && (
            <Text size="xs" c="dimmed">
              Asks again by itself.
            </Text>
          )}
        </Group>
      )}
    </Alert>
  );
}
