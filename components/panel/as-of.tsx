'use client';

import { Text } from '@mantine/core';
import { usePresent } from '@/components/range/page-now';
import { useZone } from '@/components/range/use-range';
import { clockOfDay } from '@/lib/time/current';
import { formatInstant } from '@/lib/time/format';

/** When AWS answered: the time of day, and the day unless that is today, with the full instant on hover. */
export function AsOf({ instant }: { instant: number }) {
  const zone = useZone();
  const present = usePresent();
  return (
    <Text
      component="time"
      size="xs"
      c="dimmed"
      dateTime={new Date(instant).toISOString()}
      title={formatInstant(instant, zone, 'second')}
      style={{ whiteSpace: 'nowrap' }}
    >
      as of {clockOfDay(instant, present, zone)}
    </Text>
  );
}
