'use client';

import { Button, Text } from '@mantine/core';
import { useZone } from '@/components/range/use-range';
import { type EarlierCosts, earlierText } from '@/lib/farm/compare/earlier-costs';
import type { Span } from '@/lib/time/range';
import classes from './compare-line.module.css';
import { CompareSelect } from './compare-select';

type CompareLineProps = {
  /** Undefined if compared with nothing. */
  earlier: EarlierCosts | undefined;
  /** The part of the range that the figures cover; undefined while it isn't known. */
  now: Span | undefined;
  /** When the farm was created, if it is known and the figures are of one. */
  createdAt?: number | undefined;
  onRetry(): void;
};

/** The choice of a comparison, and what the changes on the page are to. */
export function CompareLine({ earlier, now, createdAt, onRetry }: CompareLineProps) {
  const zone = useZone();
  return (
    <div className={classes.line}>
      <span>Compare with</span>
      <CompareSelect />
      {now && earlier && (
        <Text size="xs" c="dimmed" role="status" className={classes.text}>
          {earlierText(earlier, now, zone, createdAt)}
          {earlier.state === 'failed' && ` ${earlier.error.message}`}
        </Text>
      )}
      {earlier?.state === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Retry
        </Button>
      )}
    </div>
  );
}
