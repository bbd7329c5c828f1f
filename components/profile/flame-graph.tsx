'use client';

import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CallTree } from '@/lib/profile/call-tree';
import { layOut } from '@/lib/profile/flame-layout';
import { chartFrames } from './chart-frames';
import { createFlameChart, type FlameChart, ROW_PX, SPARE_PX } from './flame-chart';
import classes from './flame-graph.module.css';
import { directionOf, neighbour } from './flame-keys';
import { FlameTooltip } from './flame-tooltip';
import { describeFrame } from './frame-facts';
import { below, placeOf, reveal } from './frame-place';

export type FlameGraphProps = {
  tree: CallTree;
  /** Thread states that are added up. */
  states: readonly string[];
  /** Node → total samples over these states. */
  samples: Float64Array;
  /** Node whose subtree fills the width. */
  focus: number;
  /** Node → 1 where the frame is highlighted; without it nothing is. */
  matched: Uint8Array | undefined;
  /** Pixels. */
  width: number;
  rootOnTop: boolean;
  onFocus(node: number): void;
};

type Pointed = { index: number; x: number; y: number };

/** The graph of a profile: d3 draws the frames, ours are layout, pointer, keyboard and zoom. */
export default function FlameGraph(props: FlameGraphProps) {
  const { tree, samples, focus, matched, width, rootOnTop, onFocus } = props;
  const hostRef = useRef<HTMLDivElement>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const chartRef = useRef<FlameChart>(undefined);
  const keysId = useId();
  const [pointed, setPointed] = useState<Pointed>();
  const [current, setCurrent] = useState<number>();

  const frames = useMemo(() => layOut(tree, samples, { focus, px: width }), [tree, samples, focus, width]);
  const root = useMemo(() => chartFrames(tree, samples, frames, matched), [tree, samples, frames, matched]);
  const rows = useMemo(() => 1 + frames.reduce((most, { row }) => Math.max(most, row), 0), [frames]);

  const zoomRef = useRef<(index: number) => void>(undefined);
  const zoom = (index: number) => {
    setPointed(undefined);
    setCurrent(current === undefined ? undefined : 0);
    const node = frames[index]?.node ?? focus;
    onFocus(node === focus ? (tree.parent[focus] ?? 0) : node);
  };
  useEffect(() => {
    zoomRef.current = zoom;
  });

  useEffect(() => {
    if (!hostRef.current) return;
    const chart = createFlameChart(hostRef.current, {
      onPick: (index) => zoomRef.current?.(index),
      onPoint: (index, at) => setPointed(index === undefined ? undefined : { index, ...at }),
    });
    chartRef.current = chart;
    return () => {
      chart.destroy();
      chartRef.current = undefined;
    };
  }, []);

  useEffect(() => {
    chartRef.current?.draw({ root, px: width, rootOnTop });
  }, [root, width, rootOnTop]);

  useEffect(() => {
    const scroll = scrollRef.current;
    if (scroll) scroll.scrollTop = rootOnTop ? 0 : rows * ROW_PX;
  }, [rootOnTop, rows]);

  const frame = current === undefined ? undefined : frames[current];
  const place = frame && placeOf(frame, { width, rows, rootOnTop });
  const chosenAt = place && below(scrollRef.current, place);
  const tooltipAt = pointed ?? chosenAt;
  const tooltipNode = pointed ? frames[pointed.index]?.node : frame?.node;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = directionOf(event.key, rootOnTop);
    if (direction) moveTo(neighbour(frames, current ?? 0, direction));
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'Enter' || event.key === ' ') zoom(current ?? 0);
    else if (event.key === 'Escape') {
      setCurrent(0);
      onFocus(0);
    } else return;
    event.preventDefault();
  };
  const moveTo = (index: number) => {
    setPointed(undefined);
    setCurrent(index);
    const next = frames[index];
    if (next) reveal(scrollRef.current, placeOf(next, { width, rows, rootOnTop }));
  };

  return (
    <>
      <VisuallyHidden id={keysId}>
        Arrow keys move between frames, Enter zooms into a frame, Escape shows the whole profile. The table
        below the graph lists its functions.
      </VisuallyHidden>
      <div
        ref={scrollRef}
        className={classes.scroll}
        role="application"
        aria-label="Flame graph"
        aria-describedby={keysId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph takes the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          // A click focuses too, but speaks of the frame under the pointer.
          if (event.currentTarget.matches(':focus-visible')) setCurrent((known) => known ?? 0);
        }}
        onBlur={() => setCurrent(undefined)}
      >
        <div className={classes.canvas} style={{ width, height: rows * ROW_PX }}>
          <div
            ref={hostRef}
            className={classes.host}
            aria-hidden
            style={{ marginTop: rootOnTop ? 0 : -SPARE_PX }}
          />
          {place && <div className={classes.current} style={place} />}
        </div>
      </div>
      <VisuallyHidden aria-live="polite">{frame ? describeFrame(props, frame.node) : ''}</VisuallyHidden>
      {tooltipAt && tooltipNode !== undefined && (
        <FlameTooltip {...props} node={tooltipNode} at={tooltipAt} />
      )}
    </>
  );
}
