'use client';

import { type ReactNode, type RefObject, useMemo } from 'react';
import { Later } from '@/components/panel/later';
import { frameGroups } from '@/lib/profile/graph/frame-groups';
import { type DrawnRef, useDrawn } from '../graph/drawn-graphs';
import { FlameTooltip } from '../graph/flame-tooltip';
import { FocusPath } from '../graph/focus-path';
import { formatCount } from '../graph/format-samples';
import { frameWords } from '../graph/frame-facts';
import { FrameLegend } from '../graph/frame-legend';
import { GRAPH_PX, graphWidth } from '../graph/graph-size';
import { FlameGraph } from '../graph/lazy-flame-graph';
import { legendItems } from '../graph/legend-items';
import type { Picture, Point } from '../graph/picture';
import { sampleColumns } from '../graph/sample-columns';
import { TreeTwin } from '../graph/tree-toggle';
import type { StepToMatch } from '../graph/use-current-frame';
import type { ScreenProfile } from '../request/use-profile';
import type { ShownProfile } from '../request/use-profile-picture';
import { zoomLines } from '../save/picture-lines';
import type { ProfileSettings } from '../settings/profile-settings';

export type ProfileGraphProps = {
  profile: ScreenProfile;
  shown: ShownProfile;
  settings: ProfileSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  /** Is given what is drawn. */
  drawnRef: DrawnRef;
  /** What can be done with a frame of a picture. */
  menuOf(
    picture: Picture,
    isInverted: boolean,
  ): {
    menuOf(node: number, at: Point, onClose: () => void): ReactNode;
    onKey(key: string, node: number): boolean;
  };
  isInverted: boolean;
  onFocus(node: number): void;
  onRest(node: number): void;
};

/** The path to the focused frame, the graph, what its colours mean and what it leaves out, and the same as a tree. */
export function ProfileGraph(props: ProfileGraphProps) {
  const { profile, shown, settings, width, stepRef, drawnRef, menuOf, isInverted, onFocus, onRest } = props;
  const { tree, samples, states, focus } = shown;
  const { colours, mine } = settings;
  const groups = useMemo(
    () => frameGroups(tree, samples, { colours, mine, states }),
    [tree, samples, colours, mine, states],
  );
  const frameMenu = menuOf(shown, isInverted);
  const isSearched = shown.matched !== undefined;
  const rootOnTop = settings.root === 'top';
  const { fillOf, legend } = groups;
  const wordsOf = (node: number) => frameWords(shown, node);
  useDrawn(drawnRef, {
    lines: zoomLines(shown),
    graphs: [{ picture: shown, rootOnTop, fillOf, wordsOf }],
    legend: legendItems(legend, isSearched),
    graphPx: graphWidth(width),
  });
  return (
    <>
      <FocusPath {...{ tree, focus, onFocus }} menuOf={frameMenu.menuOf} />
      <div style={{ minHeight: GRAPH_PX }}>
        <FlameGraph
          picture={shown}
          width={graphWidth(width)}
          {...{ rootOnTop, fillOf }}
          tooltipOf={(node) => (
            <FlameTooltip picture={shown} node={node} sampleWeights={profile.sampleWeights} />
          )}
          {...frameMenu}
          {...{ stepRef, onFocus, onRest }}
        />
      </div>
      <Later>
        <FrameLegend {...{ legend, isSearched }} />
        <TreeTwin picture={shown} columns={sampleColumns(shown)} onFocus={onFocus}>
          {formatCount(profile.frames)} frames, the deepest stack {formatCount(profile.deepest)} deep.
          {profile.framesLeftOut > 0 &&
            ` ${formatCount(profile.framesLeftOut)} are too narrow to show and counted in the frame above them.`}
        </TreeTwin>
      </Later>
    </>
  );
}
