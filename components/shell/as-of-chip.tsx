'use client';

import { CloseButton } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useNavigateRange } from '@/components/range/use-navigate-range';
import { formatInstant } from '@/lib/time/format';
import { rangeSearchParams } from '@/lib/time/search-params';
import classes from './as-of-chip.module.css';

/** Shows that the link fixes `now`, with a button that removes it. */
export function AsOfChip() {
  const [{ asof, tz, kept }] = useQueryStates(rangeSearchParams);
  const navigate = useNavigateRange();
  // A shared link says itself when it was kept.
  if (asof === null || kept !== null) return null;
  return (
    <span className={classes.chip}>
      As of {formatInstant(asof, tz)}
      <CloseButton size="xs" aria-label="Return to the present" onClick={() => navigate({ asof: null })} />
    </span>
  );
}
