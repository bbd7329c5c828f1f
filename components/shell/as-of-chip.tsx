'use client';

import { CloseButton } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { formatInstant } from '@/lib/time/format';
import { rangeSearchParams } from '@/lib/time/search-params';
import classes from './as-of-chip.module.css';

/** Says that the link fixes what `now` means, and lets go of it. */
export function AsOfChip() {
  const [{ asof, tz }] = useQueryStates(rangeSearchParams);
  const navigate = useNavigateRange();
  if (asof === null) return null;
  return (
    <span className={classes.chip}>
      As of {formatInstant(asof, tz)}
      <CloseButton size="xs" aria-label="Go back to the present" onClick={() => navigate({ asof: null })} />
    </span>
  );
}
