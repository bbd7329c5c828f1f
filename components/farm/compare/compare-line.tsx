'use client';

import { Button, Text } from '@mantine/core';
import { COMPARE_LABELS, CompareSelect } from '@/components/panel/compare-select';
import { useZone } from '@/components/range/use-range';
import { type EarlierCosts, earlierText } from '@/lib/farm/compare/earlier-costs';
import type { Span } from '@/lib/time/range';
import { COMPARE_CHOICES } from '@/lib/time/search-params';
import classes from './compare-line.module.css';
import { useCostComparison } from './use-cost-comparison';

type CompareLineProps = {
  /** Undefined if compared with nothing. */
  earlier: EarlierCosts | undefined;
  /** The part of the range that the figures cover; undefined while it isn't known. */
  now: Span | undefined;
  /** When the farm was created, if it is known and the figures are of one. */
  createdAt?: number | undefined;
  onRetry(): void;
};

const CHOICES = COMPARE_CHOICES.map((value) => ({ value, label: COMPARE_LABELS[value] }));

/** The choice of a comparison, and what the changes on the page are to. */
export function CompareLine({ earlier, now, createdAt, onRetry }: CompareLineProps) {
  const zone = useZone();
  const [compare, choose] = useCostComparison();
  return (
    <div className={classes.line}>
      <span>Compare with</span>
      <CompareSelect label="Compare with" choices={CHOICES} value={compare} onChange={choose} />
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
