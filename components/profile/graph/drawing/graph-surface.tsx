import { type RefObject, useMemo } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import classes from '../flame-graph.module.css';
import { frameData } from './frame-data';
import { placeOf } from './frame-geometry';
import { FrameShapes } from './frame-shapes';
import { LabelledFrames } from './labelled-frames';
import { MatchOutlines } from './match-outlines';
import { useDrawnRows } from './use-drawn-rows';
import type { useGraphLayout } from './use-graph-layout';

type GraphSurfaceProps = {
  layout: ReturnType<typeof useGraphLayout>;
  scrollRef: RefObject<HTMLElement | null>;
  graphRef: RefObject<HTMLDivElement | null>;
  /** The frames under the pointer and at the keyboard. */
  pointed: DrawnFrame | undefined;
  current: DrawnFrame | undefined;
  withoutRoot: boolean;
};

/** All drawn boxes of a graph, the outlines of matches, and where pointer and keyboard are. */
export function GraphSurface(props: GraphSurfaceProps) {
  const { layout, scrollRef, graphRef, pointed, current, withoutRoot } = props;
  const { frames, plain, fillAt, shapes, matches, outlines, isWindowed, grid } = layout;
  const { width, rows, rootOnTop } = grid;
  const drawn = useDrawnRows(scrollRef, grid, isWindowed);
  const data = useMemo(() => frameData(frames, plain, width, drawn), [frames, plain, width, drawn]);
  const hiddenRows = withoutRoot ? 1 : 0;
  return (
    <div className={classes.canvas} style={{ width, height: (rows - hiddenRows) * ROW_PX }}>
      <div
        ref={graphRef}
        className={classes.graph}
        aria-hidden
        style={{ marginTop: rootOnTop ? -hiddenRows * ROW_PX : 0 }}
      >
        <FrameShapes {...{ shapes, matches }} px={width} />
        <LabelledFrames {...{ data, fillAt, width, rows, rootOnTop, drawn }} />
        <MatchOutlines d={outlines} px={width} height={rows * ROW_PX} />
        {pointed && <div className={classes.hovered} style={placeOf(pointed, grid)} />}
        {current && <div className={classes.current} style={placeOf(current, grid)} />}
      </div>
    </div>
  );
}
