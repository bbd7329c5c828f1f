'use client';

import { useEffect, useState } from 'react';
import { PERIOD_LABELS } from '@/lib/farm/labels';
import { isShorterPeriod, periodFor } from '@/lib/farm/plan/periods';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import type { Span } from '@/lib/time/range';

type Choice = { auto: AggregationPeriod; dropped: AggregationPeriod | undefined; isDone: boolean };

/**
 * Drops a chosen period when the range becomes so much longer that a longer period is usual: hours that were chosen for two days
 * would be hundreds of bars in thirty. Returns the period that counts, and a note about one that was dropped.
 */
export function usePeriodOfRange(
  span: Span,
  period: AggregationPeriod | null,
  drop: () => void,
): { period: AggregationPeriod | null; note: string | undefined } {
  const auto = periodFor(span);
  const [choice, setChoice] = useState<Choice>({ auto, dropped: undefined, isDone: true });
  if (choice.auto !== auto) {
    const isTooShort = period && isShorterPeriod(period, auto) && isShorterPeriod(choice.auto, auto);
    setChoice({ auto, dropped: isTooShort ? period : undefined, isDone: !isTooShort });
  } else if (!choice.isDone && period === null) setChoice({ ...choice, isDone: true });
  const isDropping = !choice.isDone && choice.auto === auto && period !== null;
  useEffect(() => {
    if (isDropping) drop();
  });
  const counts = isDropping ? null : period;
  const { dropped } = choice;
  return { period: counts, note: dropped && counts === null ? noteOf(dropped, auto) : undefined };
}

const noteOf = (dropped: AggregationPeriod, auto: AggregationPeriod) =>
  `${PERIOD_LABELS[dropped]} was chosen for a shorter range, so this one is shown ${PERIOD_LABELS[auto].toLowerCase()}. Choose ${PERIOD_LABELS[dropped].toLowerCase()} again to see it so.`;
