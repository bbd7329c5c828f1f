import { Alert, Button, Group, Text } from '@mantine/core';
import { SignInButton } from '@/components/access/sign-in-button';
import { SIGNED_OUT } from '@/lib/answer/access';
import { ProblemError } from '@/lib/answer/problem';

type ProblemNoticeProps = { error: Error; onRetry?: () => void };

/** What failed, what the viewer can do, the AWS request id, and a button that retries or signs in again. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Alert color="red" variant="light" role="alert" icon={<span aria-hidden>▲</span>} p="sm" mb="xs">
      <Text size="sm">{problem?.message ?? 'Something went wrong in this panel.'}</Text>
      {problem?.requestId && (
        <Text size="xs" c="dimmed">
          Request id <code>{problem.requestId}</code>
        </Text>
      )}
      {problem?.code === SIGNED_OUT && (
        <Group mt="xs">
          <SignInButton />
        </Group>
      )}
      {onRetry && problem?.code !== SIGNED_OUT && (
        <Group mt="xs" gap="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Retry
          </Button>
          {problem?.retryable && (
            <Text size="xs" c="dimmed">
              Retries automatically.
            </Text>
          )}
        </Group>
      )}
    </Alert>
  );
}
