import { Button, Text } from '@mantine/core';
import { IconCoinFilled } from '@tabler/icons-react';
import { Warnings } from '@/components/panel/warnings';
import classes from './thresholds.module.css';
import type { Crossings } from './use-threshold-crossings';

/** What the marks of thresholds mean, what isn't known of them, and why. */
export function ThresholdNotes({ found: { crossings, notes, error, retry } }: { found: Crossings }) {
  return (
    <>
      {crossings.length > 0 && (
        <Text size="xs" c="dimmed" mt={4}>
          <IconCoinFilled className={classes.icon} size={12} aria-hidden /> An active budget crossed a
          threshold in the marked time, by the costs of its queue since its start.
        </Text>
      )}
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
