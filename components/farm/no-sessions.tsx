'use client';

import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { useRange } from '@/components/range/use-range';
import { DAY, HOUR } from '@/lib/time/duration';

/** A range without sessions, with a way to the last 7 days unless the range includes them. */
export function NoSessions({ height }: { height: number }) {
  const { span, now, setRange } = useRange();
  const includesNewest = span.to >= now - HOUR && span.from <= now - 7 * DAY;
  return (
    <EmptyNotice why="No sessions in this range." height={height}>
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
