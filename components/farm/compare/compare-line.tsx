'use client';

import { Button, Text } from '@mantine/core';
import { type EarlierCosts, earlierText } from '@/lib/farm/compare/earlier-costs';
import type { ShownCosts } from '../costs/costs-on-screen';
import classes from './compare-line.module.css';
import { CompareSelect } from './compare-select';

type CompareLineProps = { shown: ShownCosts | undefined; earlier: EarlierCosts | undefined };

/** The choice of a comparison, and what the changes on the page are to. */
export function CompareLine({ shown, earlier }: CompareLineProps) {
  return (
    <div className={classes.line}>
      <span>Compare with</span>
      <CompareSelect />
      {shown && earlier && (
        <Text size="xs" c="dimmed" role="status" className={classes.text}>
          {earlierText(earlier, shown.costs.coverage, shown.asked.query.zone)}
          {earlier.state === 'failed' && ` ${earlier.error.message}`}
        </Text>
      )}
      {earlier?.state === 'failed' && (
        <Button size="compact-xs" variant="default" onClick={earlier.retry}>
          Retry
        </Button>
      )}
    </div>
  );
}
