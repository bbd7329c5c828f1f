'use client';

import { type RefObject, useCallback } from 'react';
import { changeFill, changeStep } from '@/lib/profile/graph/change-colour';
import { pathKey } from '@/lib/profile/tree/path-key';
import type { ComparedView } from '@/lib/profile/view/view';
import { actOnKey, frameActions } from '../actions/frame-actions';
import { FrameMenu } from '../actions/frame-menu';
import { type DrawnRef, useDrawn } from '../graph/drawn-graphs';
import { FocusPath } from '../graph/focus-path';
import { formatCount } from '../graph/format-samples';
import { GRAPH_PX, graphWidth } from '../graph/graph-size';
import { FlameGraph } from '../graph/lazy-flame-graph';
import type { Point } from '../graph/picture';
import { TreeTwin } from '../graph/tree-toggle';
import type { StepToMatch } from '../graph/use-current-frame';
import { changedLines, zoomLines } from '../save/picture-lines';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useSourceTemplate } from '../settings/use-source-template';
import { changeColumns } from './change-columns';
import { CHANGE_LEGEND, ChangeLegend } from './change-legend';
import { ChangeTooltip, changeWords, describeChange, sidesOf } from './change-tooltip';
import type { ComparedPicture } from './use-compared';

type CompareGraphProps = {
  group: string;
  view: ComparedView;
  picture: ComparedPicture;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  /** Is given what is drawn, with what is known of both sides. */
  drawnRef: DrawnRef;
  sides: string[];
  /** What is asked for is awaited: an earlier comparison is drawn, of which there is no picture. */
  isOld: boolean;
  onRest(node: number): void;
};

/** Both profiles as one flame graph, coloured by how each frame's total changed. */
export function CompareGraph(props: CompareGraphProps) {
  const { group, view, picture, settings, onChange, width, stepRef, drawnRef, sides, isOld, onRest } = props;
  const [template] = useSourceTemplate(group);
  const { tree } = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fill is of the tree alone, whatever is in focus
  const fillOf = useCallback(
    (node: number) => {
      const { baseline, comparison } = sidesOf(picture, node, 'total');
      return changeFill(changeStep(baseline, comparison));
    },
    [tree],
  );
  const onFocus = (node: number) => {
    const focus = pathKey(tree, node);
    if (focus !== settings.focus) void onChange({ focus });
  };
  const nameOf = (node: number) => tree.names[tree.name[node] ?? 0] ?? '';
  const actions = frameActions({ tree, isInverted: false, settings, onChange, zoom: onFocus, template });
  const menuOf = (node: number, at: Point, onClose: () => void) => (
    <FrameMenu name={nameOf(node)} {...{ node, at, actions, onClose }} />
  );
  const rootOnTop = settings.root === 'top';
  const wordsOf = (node: number) => changeWords(picture, node);
  const drawn = {
    lines: [...sides, ...changedLines(view), ...zoomLines(picture)],
    graphs: [{ picture, rootOnTop, fillOf, keepsFill: true, wordsOf }],
    legend: CHANGE_LEGEND,
    graphPx: graphWidth(width),
  };
  useDrawn(drawnRef, isOld ? undefined : drawn);
  return (
    <>
      <FocusPath {...{ tree, onFocus, menuOf }} focus={picture.focus} />
      <div style={{ minHeight: GRAPH_PX }}>
        <FlameGraph
          {...{ picture, fillOf, onFocus, onRest, stepRef, rootOnTop }}
          keepsFill
          width={graphWidth(width)}
          label="Flame graph of the differences"
          tooltipOf={(node) => <ChangeTooltip {...{ picture, node }} />}
          describe={(node) => describeChange(picture, node)}
          menuOf={menuOf}
          onKey={(key, node) => actOnKey(key, node, nameOf(node), actions)}
        />
      </div>
      <ChangeLegend />
      <TreeTwin {...{ picture, onFocus }} columns={changeColumns(picture)}>
        Colours tell how the total of a frame changed{' '}
        {picture.unit === 'share' ? 'as a share of its side' : 'in samples'}; its width is both sides
        together. {formatCount(view.frames)} frames, the deepest stack {formatCount(view.deepest)} deep.
        {view.framesLeftOut > 0 &&
          ` ${formatCount(view.framesLeftOut)} are too narrow to show and counted in the frame above them.`}
      </TreeTwin>
    </>
  );
}
