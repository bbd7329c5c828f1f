'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { failedCanaries, failedCanariesText } from '@/lib/canary/health/failed-canaries';
import { worstFirst } from '@/lib/canary/list/worst-first';
import { isRead, NO_HEALTH } from '@/lib/canary/stream/health-so-far';
import { canariesHealthOptions } from '@/lib/queries/canaries-health';
import { canariesOptions } from '@/lib/queries/canary';
import { useQuery } from '@/lib/queries/use-query';
import { absoluteRange, type Span } from '@/lib/time/range';

/** Canaries whose runs are read. */
const MAX_READ = 20;
/** Canaries that are named. */
const MAX_NAMED = 3;

/** How many runs of which canaries failed in a time, with links to them. */
export function CanariesThen({ span }: { span: Span }) {
  const { now } = useRange();
  const list = useQuery(canariesOptions());
  const all = useMemo(() => list.data && worstFirst(list.data, now), [list.data, now]);
  const names = (all ?? []).slice(0, MAX_READ).toSorted();
  const health = useQuery(canariesHealthOptions({ names, span, now, bins: 1 }));
  const error = list.error ?? health.error;
  if (error) return <Text size="sm">Canaries: {error.message}</Text>;
  if (all?.length === 0) return <Text size="sm">Canaries: there are none.</Text>;
  const rows = names.map((name) => ({ name, ...(health.data?.[name] ?? NO_HEALTH) }));
  if (!all || !health.data || !rows.every(isRead)) return <Text size="sm">Canaries: reading runs …</Text>;
  const found = failedCanaries(rows);
  const others = found.canaries.length - MAX_NAMED;
  const notes = [
    ...(found.unknown > 0
      ? [`not all runs of ${counted(found.unknown, 'canary', 'canaries')} are known`]
      : []),
    ...(all.length > MAX_READ ? [`only ${MAX_READ} of ${formatNumber(all.length)} canaries were read`] : []),
  ];
  return (
    <Text size="sm">
      Canaries: {failedCanariesText(found)}
      {found.canaries.slice(0, MAX_NAMED).map(({ name, failed }, at) => (
        <span key={name}>
          {at === 0 ? ': ' : ', '}
          <RangeLink href={`/canaries/${encodeURIComponent(name)}`} instead={absoluteRange(span)} inherit>
            {name}
          </RangeLink>{' '}
          {formatNumber(failed)}
        </span>
      ))}
      {others > 0 && ` and ${others} more`}
      {notes.length > 0 && `; ${notes.join('; ')}`}.
    </Text>
  );
}
