import { Alert, Button, Group, Text } from '@mantine/core';
import { SignInButton } from '@/components/access/sign-in-button';
import { SIGNED_OUT } from '@/lib/answer/access';
import { BAD_INPUT, NOT_KEPT, ProblemError } from '@/lib/answer/problem';

/** What the same request ends with again. */
const ALWAYS_REFUSED: ReadonlySet<string | undefined> = new Set([SIGNED_OUT, BAD_INPUT, NOT_KEPT]);

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
      {onRetry && !ALWAYS_REFUSED.has(problem?.code) && (
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
