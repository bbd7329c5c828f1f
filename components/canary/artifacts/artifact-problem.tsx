import { Group } from '@mantine/core';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { isArtifactsDenied } from '@/lib/canary/artifacts/run-artifacts';
import shared from '../canary.module.css';
import { SmallButton } from '../run/small-button';

type ArtifactProblemProps = { error: Error; onRetry: () => void };

/** Why an artifact can't be shown. The permissions to read them are optional, so the absence of one is no failure. */
export function ArtifactProblem({ error, onRetry }: ArtifactProblemProps) {
  if (!isArtifactsDenied(error)) return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <Group gap="xs" role="status">
      <span className={shared.muted}>{error.message}</span>
      <SmallButton onClick={onRetry}>Retry</SmallButton>
    </Group>
  );
}
