import { Button, Text } from '@mantine/core';
import { Warnings } from '@/components/panel/warnings';
import type { Crossings } from './use-threshold-crossings';

/** What isn't known of the thresholds that budgets crossed, and why. */
export function ThresholdNotes({ found: { notes, error, retry } }: { found: Crossings }) {
  return (
    <>
      <Warnings warnings={notes} />
      {error && (
        <Text size="xs" c="dimmed" role="note">
          <span aria-hidden>◆ </span>
          When budgets crossed their thresholds could not be read. {error.message}{' '}
          <Button size="compact-xs" variant="default" onClick={retry}>
            Retry
          </Button>
        </Text>
      )}
    </>
  );
}
