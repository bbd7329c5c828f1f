'use client';

import type { ReactNode, RefObject } from 'react';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { profileOptions } from '@/lib/queries/profile';
import { useFrameMenus } from '../actions/use-frame-menus';
import type { DrawnRef } from '../graph/drawn-graphs';
import { GRAPH_PX } from '../graph/graph-size';
import type { StepToMatch } from '../graph/use-current-frame';
import { viewChoice } from '../request/profile-request';
import { usePrefetch } from '../request/use-prefetch';
import type { LoadedProfile, ProfileState } from '../request/use-profile';
import { focusKey, type ProfilePicture } from '../request/use-profile-picture';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { InspectView } from './inspect-view';
import { NoSamples } from './no-samples';
import { ProfileGraph } from './profile-graph';

export type ProfileViewProps = {
  request: ProfileRequest;
  state: ProfileState;
  profile: LoadedProfile;
  picture: ProfilePicture;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  drawnRef: DrawnRef;
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

/** The graph of a profile in its view, or why there is nothing to draw. */
export function ProfileView(props: ProfileViewProps) {
  const { request, state, profile, picture, settings, onChange, width, stepRef, drawnRef, trendOf } = props;
  const { view, isPlaceholder } = state;
  const frameMenus = useFrameMenus({ group: request.group, settings, onChange });
  const keyOf = (node: number) => focusKey(picture.tree, node, view);
  const zoomTo = (node: number) => {
    const focus = keyOf(node);
    if (focus !== settings.focus) void onChange({ focus });
  };
  const prefetch = usePrefetch((client, node) => {
    if (view === 'inspect' || isPlaceholder) return undefined;
    const zoomed = { ...settings, focus: keyOf(node) };
    return client.query(profileOptions({ ...request, ...viewChoice(zoomed, width) }));
  });
  const graph = { profile, picture, settings, width, stepRef, drawnRef, frameMenus };
  if (view === 'inspect') {
    return <InspectView {...graph} {...{ onChange, trendOf }} functions={state.functions?.functions ?? []} />;
  }
  if (picture.whole === 0) {
    return (
      <NoSamples occurring={profile.occurring} onData={(data) => void onChange({ data })} height={GRAPH_PX} />
    );
  }
  return <ProfileGraph {...graph} isInverted={view === 'hotspots'} onFocus={zoomTo} onPrefetch={prefetch} />;
}
