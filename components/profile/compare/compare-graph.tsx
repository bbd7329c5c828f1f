'use client';

import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { FrameFilter } from '@/lib/profile/graph/frame-filter';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { nodeOfPathKey, pathKey } from '@/lib/profile/tree/path-key';
import type { ComparedView } from '@/lib/profile/view/view';
import type { comparedOptions } from '@/lib/queries/profile';
import { inspectedChange } from '../actions/frame-actions';
import { useFrameMenus } from '../actions/use-frame-menus';
import { FinerBlock } from '../block/finer-block';
import { frameCountText } from '../frame-text/frame-count-text';
import { type DrawnRef, useDrawn } from '../graph/drawn-graphs';
import { FlameGraph } from '../graph/flame-graph';
import type { ListedBlock } from '../graph/flame-graph-props';
import { FocusPath } from '../graph/focus-path';
import { GRAPH_PX } from '../graph/graph-size';
import type { Point } from '../graph/picture';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { Legend } from '../legend/legend';
import { LitFrames } from '../legend/lit-frames';
import type { SearchField } from '../request/search-field';
import { changedLines, zoomLines } from '../save/picture-lines';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { TreeToggle } from '../tree/tree-toggle';
import { changeColumns } from './change-columns';
import { pictureFill } from './change-fill';
import { changeLegend } from './change-legend';
import { ChangeTooltip, changeDescription, describeChange } from './change-tooltip';
import { packageBase, packageLegend } from './package-legend';
import type { ComparedPicture } from './use-comparison';

export type CompareGraphProps = {
  group: string;
  view: ComparedView;
  picture: ComparedPicture;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  field: SearchField;
  /** Receives the drawn frames that the search matches; undefined without a search. */
  onMatches(drawn: DrawnMatches | undefined): void;
  drawnRef: DrawnRef;
  /** Both sides in words, for a saved picture. */
  sideLines: string[];
  /** An earlier comparison is drawn, which can't be saved as a picture. */
  isPlaceholder: boolean;
  prefetch(node: number): void;
  /** The request of the comparison zoomed into a node. */
  zoomedOptions(node: number): ReturnType<typeof comparedOptions>;
};

/** Both profiles as one flame graph, coloured by the change of each frame's total. */
export function CompareGraph(props: CompareGraphProps) {
  const { group, view, picture, settings, onChange, stepRef, field, prefetch } = props;
  const frameMenus = useFrameMenus({ group, settings, onChange });
  const { tree } = picture;
  const { chance } = settings;
  const fillOf = useCallback((node: number) => pictureFill(picture, node, chance), [picture, chance]);
  // The fills show changes, so a package under the pointer has outlines.
  const [pointed, setPointed] = useState<FrameFilter>();
  const outlined = useMemo(
    () => (pointed && 'search' in pointed ? matchedNodes(tree, pointed.search, undefined) : undefined),
    [tree, pointed],
  );
  const legend = changeLegend(chance);
  const { self, slots, deeper } = view;
  const packages = useMemo(
    () => packageLegend({ self, slots, deeper }, picture),
    [self, slots, deeper, picture],
  );
  const focusIn = (zoomed: CallTree, node: number) => {
    const focus = pathKey(zoomed, node);
    if (focus !== settings.focus) void onChange({ focus });
  };
  const onFocus = (node: number) => focusIn(tree, node);
  const blockOf = (listed: ListedBlock, at: Point, onClose: () => void) => (
    <FinerBlock
      {...{ picture, listed, at, onClose }}
      isPlaceholder={props.isPlaceholder}
      finer={props.zoomedOptions(listed.around)}
      nodeIn={(finer) => nodeOfPathKey(finer, pathKey(tree, listed.around))}
      onZoom={focusIn}
      onWiden={() => onFocus(listed.around)}
      onInspect={(name) => void onChange(inspectedChange(name))}
    />
  );
  const { menuOf, onKey } = frameMenus(tree, false, onFocus);
  const rootOnTop = settings.root === 'top';
  const { width } = props;
  const tooltipLines = (node: number) => changeDescription(picture, node);
  const drawn = {
    lines: [...props.sideLines, ...changedLines(view), ...zoomLines(picture)],
    graphs: [{ picture, rootOnTop, fillOf, keepsFill: true, tooltipLines }],
    legend: [...legend, { label: packageBase(view) }, ...packages],
    graphPx: width,
  };
  useDrawn(props.drawnRef, props.isPlaceholder ? undefined : drawn);
  return (
    <LitFrames items={legend}>
      <FocusPath {...{ tree, onFocus, menuOf }} focus={picture.focus} />
      <div style={{ minHeight: GRAPH_PX }}>
        <FlameGraph
          {...{
            picture,
            width,
            fillOf,
            menuOf,
            blockOf,
            onKey,
            onFocus,
            stepRef,
            field,
            rootOnTop,
            outlined,
          }}
          keepsFill
          onMatches={props.onMatches}
          onPrefetch={prefetch}
          label="Flame graph of the differences"
          tooltipOf={(node) => <ChangeTooltip {...{ picture, node }} />}
          describe={(node) => describeChange(picture, node)}
        />
      </div>
      <Legend items={legend} />
      <Legend
        items={packages}
        name="Packages"
        base={packageBase(view)}
        isOfGraph={false}
        onPoint={setPointed}
        onFilter={(filter) => void onChange(filter)}
      />
      <TreeToggle {...{ picture, onFocus }} columns={changeColumns(picture)}>
        Colours show how the total of a frame changed{' '}
        {picture.unit === 'share' ? 'as a share of its side' : 'in samples'}. Its width is both sides
        together.{chance !== 'listed' && ' The fainter grey is a change that may be chance.'}{' '}
        {frameCountText(view)}
      </TreeToggle>
    </LitFrames>
  );
}
