'use client';

import { CloseButton } from '@mantine/core';
import { IconCrosshair } from '@tabler/icons-react';
import { toggleLock, useLockedAt } from '@/components/range/plot/plot-state';
import { useZone } from '@/components/range/use-range';
import { formatInstant } from '@/lib/time/format';
import classes from './lock-chip.module.css';

/** The instant at which the crosshair is locked, with a button to release it. Over the page, so that nothing moves for it. */
export function LockChip() {
  const zone = useZone();
  const at = useLockedAt();
  if (at === undefined) return null;
  return (
    <span className={classes.chip} title="The crosshair is locked here. Esc releases it.">
      <IconCrosshair size={14} aria-hidden />
      Crosshair at {formatInstant(at, zone)}
      <CloseButton size="xs" aria-label="Release the crosshair" onClick={() => toggleLock()} />
    </span>
  );
}
