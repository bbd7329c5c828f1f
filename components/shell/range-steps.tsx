'use client';

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomOut } from '@tabler/icons-react';
import { type PageRange, useRange } from '@/components/range/use-range';
import { absoluteRange, isRelative } from '@/lib/time/range';
import { liveRange, stepSpan, zoomOut } from '@/lib/time/step';

/** Returns a step to the previous or next range of the same length; undefined if the range ends now. */
export function rangeStep({ span, now, setRange }: PageRange, direction: -1 | 1) {
  if (direction > 0 && span.to >= now) return undefined;
  return () => setRange(absoluteRange(stepSpan(span, direction, now)));
}

/** Returns a step to twice the range. A range that ends now keeps ending now. */
export function widenedRange({ span, now, text, setRange }: PageRange) {
  const wider = zoomOut(span, now);
  const live = isRelative(text.from) && text.to === 'now' ? liveRange(wider.to - wider.from) : undefined;
  return () => setRange(live ?? absoluteRange(wider));
}

/** Buttons that move and widen the range. */
export function RangeSteps() {
  const range = useRange();
  const next = rangeStep(range, 1);
  const icon = { size: 16, 'aria-hidden': true };
  return (
    <ActionIcon.Group>
      <Tooltip label="Earlier ([)" openDelay={400}>
        <ActionIcon variant="default" size={32} aria-label="Earlier range" onClick={rangeStep(range, -1)}>
          <IconChevronLeft {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={next ? 'Later (])' : 'The range ends now'} openDelay={400}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label="Later range"
          data-disabled={!next || undefined}
          aria-disabled={!next}
          onClick={next}
        >
          <IconChevronRight {...icon} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Zoom out to twice the range (Z)" openDelay={400}>
        <ActionIcon
          variant="default"
          size={32}
          aria-label="Zoom out to twice the range"
          onClick={widenedRange(range)}
        >
          <IconZoomOut {...icon} />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
