'use client';

import { type RefObject, useMemo } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { frameFills } from '@/lib/profile/graph/frame-fills';
import { legendGroups } from '@/lib/profile/graph/legend';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { profileOptions } from '@/lib/queries/profile';
import { inspectedChange } from '../actions/frame-actions';
import { useFrameMenus } from '../actions/use-frame-menus';
import { FinerBlock } from '../block/finer-block';
import { cutLabel } from '../frame-text/deeper-text';
import { frameCountText } from '../frame-text/frame-count-text';
import { frameDescription } from '../frame-text/frame-facts';
import { drawnFills } from '../graph/drawing/drawn-fills';
import { type DrawnRef, useDrawn } from '../graph/drawn-graphs';
import { FlameGraph } from '../graph/flame-graph';
import type { ListedBlock } from '../graph/flame-graph-props';
import { FocusPath } from '../graph/focus-path';
import { GRAPH_PX } from '../graph/graph-size';
import type { Point } from '../graph/picture';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { FlameTooltip } from '../graph/tooltip/flame-tooltip';
import { Legend } from '../legend/legend';
import { legendItems, selfBase } from '../legend/legend-items';
import { LitFrames } from '../legend/lit-frames';
import { viewChoice } from '../request/profile-request';
import type { SearchField } from '../request/search-field';
import { usePrefetch } from '../request/use-prefetch';
import type { LoadedProfile, ProfileState } from '../request/use-profile';
import { focusKey, nodeOfKey, type ProfilePicture } from '../request/use-profile-picture';
import { zoomLines } from '../save/picture-lines';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { sampleColumns } from '../tree/sample-columns';
import { TreeToggle } from '../tree/tree-toggle';

export type ProfileGraphProps = {
  request: ProfileRequest;
  state: ProfileState;
  profile: LoadedProfile;
  picture: ProfilePicture;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  field: SearchField;
  /** Receives the drawn frames that the search matches; undefined without a search. */
  onMatches(drawn: DrawnMatches | undefined): void;
  drawnRef: DrawnRef;
};

/** The path to the focused frame, the graph, its legend, and the same frames as a tree. */
export function ProfileGraph(props: ProfileGraphProps) {
  const { request, profile, picture, settings, onChange, stepRef, field, onMatches } = props;
  const { view, isPlaceholder } = props.state;
  const { tree, states, focus } = picture;
  const { colours, mine } = settings;
  const { slots } = profile;
  const fillOf = useMemo(
    () => frameFills(tree, { colours, mine, states, slots }),
    [tree, colours, mine, states, slots],
  );
  const focusIn = (zoomed: CallTree, node: number) => {
    const key = focusKey(zoomed, node, view);
    if (key !== settings.focus) void onChange({ focus: key });
  };
  const onFocus = (node: number) => focusIn(tree, node);
  const zoomedOptions = (node: number) => {
    const zoomed = { ...settings, focus: focusKey(tree, node, view) };
    return profileOptions({ ...request, ...viewChoice(zoomed, props.width) });
  };
  const onPrefetch = usePrefetch((client, node) =>
    isPlaceholder ? undefined : client.query(zoomedOptions(node)),
  );
  const blockOf = (listed: ListedBlock, at: Point, onClose: () => void) => (
    <FinerBlock
      {...{ picture, listed, at, isPlaceholder, onClose }}
      finer={zoomedOptions(listed.around)}
      nodeIn={(finer) => nodeOfKey(finer, focusKey(tree, listed.around, view), view)}
      onZoom={focusIn}
      onWiden={() => onFocus(listed.around)}
      onInspect={(name) => void onChange(inspectedChange(name))}
    />
  );
  const frameMenus = useFrameMenus({ group: request.group, settings, onChange });
  const { menuOf, onKey } = frameMenus(tree, view === 'hotspots', onFocus);
  const groups = useMemo(
    () =>
      legendGroups([profile.self], {
        colours,
        mine,
        slots,
        drawn: drawnFills([picture], (_, node) => fillOf(node)),
        cutLabel: cutLabel(profile.deeper),
      }),
    [profile, colours, mine, slots, picture, fillOf],
  );
  const legend = legendItems(groups, picture.matched !== undefined);
  const legendBase = picture.matched
    ? undefined
    : selfBase(profile.focus === '' ? 'profile' : 'focused frame');
  const rootOnTop = settings.root === 'top';
  const { width } = props;
  useDrawn(props.drawnRef, {
    lines: zoomLines(picture),
    graphs: [{ picture, rootOnTop, fillOf, tooltipLines: (node) => frameDescription(picture, node) }],
    legend,
    legendBase,
    graphPx: width,
  });
  return (
    <LitFrames items={legend}>
      <HydratesLater>
        <FocusPath {...{ tree, focus, onFocus, menuOf }} />
      </HydratesLater>
      <div style={{ minHeight: GRAPH_PX }}>
        <FlameGraph
          {...{
            picture,
            width,
            rootOnTop,
            fillOf,
            menuOf,
            blockOf,
            onKey,
            stepRef,
            field,
            onFocus,
            onPrefetch,
          }}
          onMatches={onMatches}
          tooltipOf={(node) => <FlameTooltip {...{ picture, node }} sampleWeights={profile.sampleWeights} />}
        />
      </div>
      <HydratesLater>
        <Deferred>
          <Legend items={legend} base={legendBase} onFilter={(filter) => void onChange(filter)} />
          <TreeToggle picture={picture} columns={sampleColumns(picture)} onFocus={onFocus}>
            {frameCountText(profile)}
          </TreeToggle>
        </Deferred>
      </HydratesLater>
    </LitFrames>
  );
}
