'use client';

import { useElementSize } from '@mantine/hooks';
import { useRef } from 'react';
import { ComparePanel } from '../compare/compare-panel';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import classes from './group-profile.module.css';
import { ProfilePanel } from './profile-panel';

type GroupProfileProps = { group: string; settings: ProfileSettings; onChange: ChangeSettings };

/** A group's profile in the page's range, or its comparison with another one. */
export function GroupProfile(props: GroupProfileProps) {
  // Measured here, so that the next panel knows its width from the start.
  const { ref: bodyRef, width } = useElementSize<HTMLDivElement>();
  const viewFocusRef = useRef(false);
  const { view } = props.settings;
  const shared = { ...props, bodyRef, width, viewFocusRef };
  return (
    <div className={classes.page} data-aside={view !== 'functions' && view !== 'compare' ? true : undefined}>
      {view === 'compare' ? <ComparePanel {...shared} /> : <ProfilePanel {...shared} />}
    </div>
  );
}
