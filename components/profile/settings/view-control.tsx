'use client';

import { SegmentedControl } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { HintedChoices } from './hinted-choices';
import { PAGE_VIEWS, type PageView } from './profile-settings';
import classes from './profile-toolbar.module.css';

type ViewControlProps = {
  view: PageView;
  onView(view: PageView): void;
  /** Whether the view control of the next panel takes the keyboard focus. */
  focusRef: RefObject<boolean>;
};

const LABELS: Record<PageView, string> = {
  overview: 'Overview',
  hotspots: 'Hotspots',
  inspect: 'Inspect',
  functions: 'Functions',
  compare: 'Compare',
};

const HINTS: Record<PageView, string> = {
  overview: 'From the first frame of each stack to its callees.',
  hotspots: 'From the functions on top of the stack, by self samples, to their callers.',
  inspect: 'One function with its callers and callees.',
  functions: 'All functions in a table.',
  compare: 'The differences between two profiles in one graph.',
};

/** Selects the view. A comparison has a panel of its own, whose view control takes over the focus of this one. */
export function ViewControl({ view, onView, focusRef }: ViewControlProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusRef.current) {
      ref.current?.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true });
    }
    focusRef.current = false;
  }, [focusRef]);
  return (
    <HintedChoices hints={HINTS}>
      <SegmentedControl
        ref={ref}
        size="xs"
        aria-label="View"
        classNames={{ label: classes.view }}
        value={view}
        onChange={(next) => {
          focusRef.current = (next === 'compare') !== (view === 'compare');
          onView(next);
        }}
        data={PAGE_VIEWS.map((value) => ({
          value,
          label: LABELS[value],
        }))}
      />
    </HintedChoices>
  );
}
