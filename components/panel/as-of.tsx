'use client';

import { Text } from '@mantine/core';
import { useZone } from '@/components/range/use-range';
import { formatClock, formatInstant } from '@/lib/time/format';

/** When AWS answered: the time of day, with the full instant on hover. */
export function AsOf({ instant }: { instant: number }) {
  const zone = useZone();
  return (
    <Text
      component="time"
      size="xs"
      c="dimmed"
      dateTime={new Date(instant).toISOString()}
      title={formatInstant(instant, zone, 'second')}
      style={{ whiteSpace: 'nowrap' }}
    >
      as of {formatClock(instant, zone)}
    </Text>
  );
}
