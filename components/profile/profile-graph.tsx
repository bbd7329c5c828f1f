'use client';

import { Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { FocusPath } from './focus-path';
import { formatCount } from './format-samples';
import type { ScreenProfile } from './use-profile';
import type { ShownProfile } from './use-shown-profile';

/** Pixels that are kept for the graph until it is there. */
export const GRAPH_PX = 440;

/** Below this the graph scrolls sideways. */
const NARROWEST_PX = 640;

const FlameGraph = dynamic(() => import('./flame-graph'), {
  ssr: false,
  loading: () => <PanelSkeleton height={GRAPH_PX} label="Loading the flame graph" />,
});

type ProfileGraphProps = {
  profile: ScreenProfile;
  shown: ShownProfile;
  /** Pixels; 0 until it is known. */
  width: number;
  rootOnTop: boolean;
  onFocus(node: number): void;
};

/** The path to the focused frame, the graph, and what it leaves out. */
export function ProfileGraph({ profile, shown, width, rootOnTop, onFocus }: ProfileGraphProps) {
  const { tree, states, samples, focus, matched } = shown;
  return (
    <>
      <FocusPath tree={tree} focus={focus} onFocus={onFocus} />
      <div style={{ minHeight: GRAPH_PX }}>
        {width > 0 && (
          <FlameGraph
            {...{ tree, states, samples, focus, matched, rootOnTop, onFocus }}
            width={Math.max(NARROWEST_PX, width)}
          />
        )}
      </div>
      <Text size="xs" c="dimmed" mt="xs">
        {formatCount(profile.frames)} frames, the deepest stack {formatCount(profile.deepest)} deep.
        {profile.framesLeftOut > 0 &&
          ` ${formatCount(profile.framesLeftOut)} are too narrow to show and counted in the frame above them.`}
      </Text>
    </>
  );
}
