'use client';

import { Text } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';
import { absoluteRange, type Span } from '@/lib/time/range';
import { CanariesThen } from './canaries-then';
import { CostThen } from './cost-then';

type SameTimeProps = {
  span: Span;
  /** Whether runs and costs are read; otherwise there is only a link to them. */
  isRead: boolean;
};

/** The failed runs of canaries and the cost of a farm in a time, with links to them. */
export const SameTime = ({ span, isRead }: SameTimeProps) => (
  <section aria-label="At the same time">
    {isRead && (
      <>
        <Text size="xs" c="dimmed" mt={8}>
          At the same time, which is no proof of a cause:
        </Text>
        <CanariesThen span={span} />
        <CostThen span={span} />
      </>
    )}
    <RangeLink href="/" instead={absoluteRange(span)} size="xs">
      Overview of this time
    </RangeLink>
  </section>
);
