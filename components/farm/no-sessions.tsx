'use client';

import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/range/use-range';
import { noSessionsText } from '@/lib/farm/no-sessions-text';
import { farmOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { DAY, HOUR } from '@/lib/time/duration';

type NoSessionsProps = { farmId: string; height: number };

/** A range without sessions, with a way to the last 7 days unless the range includes them. */
export function NoSessions({ farmId, height }: NoSessionsProps) {
  const { span, now, zone, setRange } = useRange();
  const { data: farm } = useQuery(farmOptions(farmId));
  const includesNewest = span.to >= now - HOUR && span.from <= now - 7 * DAY;
  return (
    <EmptyNotice why={noSessionsText(span, { now, createdAt: farm?.data.createdAt, zone })} height={height}>
      {!includesNewest && (
        <Button
          size="xs"
          variant="default"
          title="The last 7 days"
          onClick={() => setRange({ from: 'now-7d', to: 'now' })}
        >
          Go to the newest data
        </Button>
      )}
    </EmptyNotice>
  );
}
