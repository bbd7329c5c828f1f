'use client';

import { useQueryState } from 'nuqs';
import { useRef } from 'react';
import { ComparePanel } from '../compare/compare-panel';
import { useElementWidth } from '../graph/element-width';
import { profileParams } from '../settings/profile-settings';
import classes from './group-profile.module.css';
import { ProfilePanel } from './profile-panel';

/** A group's profile in the page's range, or its comparison with another one. */
export function GroupProfile({ group }: { group: string }) {
  const [view] = useQueryState('view', profileParams.view);
  // Measured here, so that the next panel knows its width from the start.
  const width = useElementWidth();
  const viewFocusRef = useRef(false);
  const showRequestRef = useRef<number>(undefined);
  const panel = { group, width, viewFocusRef, showRequestRef };
  return (
    <div className={classes.page} data-aside={view !== 'functions' && view !== 'compare' ? true : undefined}>
      {view === 'compare' ? <ComparePanel {...panel} /> : <ProfilePanel {...panel} />}
    </div>
  );
}
