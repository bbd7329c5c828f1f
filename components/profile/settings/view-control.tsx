'use client';

import { SegmentedControl } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { PAGE_VIEWS, type PageView } from './profile-settings';
import classes from './profile-toolbar.module.css';

type ViewControlProps = {
  view: PageView;
  onView(view: PageView): void;
  /** Whether the view control of the next panel takes the keyboard focus. */
  focusRef: RefObject<boolean>;
};

const VIEW_TEXTS: Record<PageView, { label: string; title: string }> = {
  overview: { label: 'Overview', title: 'From the first frame of each stack to its callees' },
  hotspots: { label: 'Hotspots', title: 'From the functions on top of the stack to their callers' },
  inspect: { label: 'Inspect', title: 'One function with its callers and callees' },
  functions: { label: 'Functions', title: 'All functions in a table' },
  compare: { label: 'Compare', title: 'The differences between two profiles in one graph' },
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
        label: <span title={VIEW_TEXTS[value].title}>{VIEW_TEXTS[value].label}</span>,
      }))}
    />
  );
}
