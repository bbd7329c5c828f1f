'use client';

import type { ReactNode } from 'react';
import { sortStates } from '@/lib/profile/tree/states';
import { type ElementWidth, usePx } from '../graph/element-width';
import { GRAPH_PX } from '../graph/graph-size';
import { InspectView } from './inspect-view';
import { NoFocusSamples } from './no-focus-samples';
import { NoSamples } from './no-samples';
import { ProfileGraph, type ProfileGraphProps } from './profile-graph';

type ProfileViewProps = {
  graph: Omit<ProfileGraphProps, 'width'>;
  width: ElementWidth;
  trendOf(name: string): ReactNode;
};

/** The graph of a profile in its view, or why it has none. */
export function ProfileView({ graph, width, trendOf }: ProfileViewProps) {
  const { state, profile, picture, onChange } = graph;
  const px = usePx(width);
  if (state.view === 'inspect') return <InspectView {...graph} width={px} trendOf={trendOf} />;
  if ((picture.samples.total[picture.focus] ?? 0) > 0) return <ProfileGraph {...graph} width={px} />;
  if (picture.whole > 0) {
    return <NoFocusSamples states={sortStates(picture.states)} onChange={onChange} height={GRAPH_PX} />;
  }
  return (
    <NoSamples occurring={profile.occurring} onData={(data) => void onChange({ data })} height={GRAPH_PX} />
  );
}
