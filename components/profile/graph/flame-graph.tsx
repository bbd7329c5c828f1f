'use client';

import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useMemo, useRef } from 'react';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { matchCount } from '@/lib/profile/graph/match-outlines';
import { describeBlock } from './block-text';
import { BlockTooltip } from './block-tooltip';
import classes from './flame-graph.module.css';
import type { FlameGraphProps } from './flame-graph-props';
import { FlameMinimap } from './flame-minimap';
import { frameData } from './frame-data';
import { describeFrame } from './frame-facts';
import { placeOf } from './frame-geometry';
import { FrameShapes } from './frame-shapes';
import { LabelledFrames } from './labelled-frames';
import { MatchOutlines } from './match-outlines';
import { TooltipBox } from './tooltip-box';
import { useCurrentFrame } from './use-current-frame';
import { useDrawnRows } from './use-drawn-rows';
import { useFramePointer } from './use-frame-pointer';
import { useGraphKeys } from './use-graph-keys';
import { useGraphLayout } from './use-graph-layout';
import { useOpenMenu } from './use-open-menu';
import { zoomTarget } from './zoom-target';

/** Time on one frame that counts as a rest of the pointer. */
const REST_MS = 80;

/**
 * The interactive graph of a profile. d3-flame-graph draws the frames that have labels; all narrower ones are shapes beneath.
 * Pointer, keyboard and zoom are ours.
 */
export default function FlameGraph(props: FlameGraphProps) {
  const {
    picture,
    rootOnTop,
    onFocus,
    onPrefetch,
    stepRef,
    withoutRoot,
    menuOf,
    blockOf,
    onMatches,
    label = 'Flame graph',
  } = props;
  const { tree, focus, matched } = picture;
  const scrollRef = useRef<HTMLDivElement>(null);
  const graphRef = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const { frames, styles, shapes, outlines, isWindowed, grid, hasMinimap } = useGraphLayout(props);
  const { width, rows } = grid;
  const drawnRows = useDrawnRows(scrollRef, grid, isWindowed);
  const data = useMemo(() => frameData(frames, styles, width, drawnRows), [frames, styles, width, drawnRows]);
  useEffect(() => onMatches?.(matched && matchCount(frames, matched)), [onMatches, frames, matched]);

  const pointer = useFramePointer({ frames, grid, graphRef });
  const { current, currentAt, setCurrent, moveTo, startZoom } = useCurrentFrame({
    frames,
    grid,
    matched,
    scrollRef,
    onMove: pointer.leave,
    stepRef,
  });
  const zoom = (index: number) => {
    const target = zoomTarget(tree, frames, index);
    if (target === focus) return;
    pointer.leave();
    startZoom();
    onFocus(target);
  };
  const { menu, openMenu, closeMenu } = useOpenMenu({
    frames,
    isEnabled: menuOf !== undefined,
    scrollRef,
    onOpen: pointer.leave,
    onReturn: setCurrent,
  });
  const onKeyDown = useGraphKeys({
    frames,
    grid,
    scrollRef,
    stepRef,
    current: current ?? 0,
    moveTo,
    zoom,
    zoomOut: () => {
      setCurrent(0);
      onFocus(0);
    },
    openMenu,
    onKey: (key, node) => props.onKey?.(key, node),
  });

  const scrollTopRef = useRef(0);
  useEffect(() => {
    const scroll = scrollRef.current;
    // Skipped at the top: setting a position makes the browser lay out all frames at once.
    if (scroll && (!rootOnTop || scrollTopRef.current > 0)) scroll.scrollTop = rootOnTop ? 0 : rows * ROW_PX;
  }, [rootOnTop, rows]);

  const { pointed } = pointer;
  const restsOn = pointed?.index ?? current;
  useEffect(() => {
    if (restsOn === undefined || !onPrefetch) return;
    const timer = setTimeout(() => onPrefetch(zoomTarget(tree, frames, restsOn)), REST_MS);
    return () => clearTimeout(timer);
  }, [restsOn, onPrefetch, tree, frames]);

  const describe = (index: number): string => {
    const frame = frames[index];
    if (frame?.block) return `${describeBlock(picture, frame, frame.block)}. Enter lists them.`;
    const node = frame?.node ?? focus;
    return props.describe ? props.describe(node) : describeFrame(picture, node);
  };
  const currentFrame = current === undefined ? undefined : frames[current];
  const pointedFrame = pointed && frames[pointed.index];
  const tooltipFrame = pointedFrame ?? currentFrame;
  const tooltipAt = pointed ?? currentAt;
  const menuFrame = menu && frames[menu.index];
  const hiddenRows = withoutRoot ? 1 : 0;
  return (
    <>
      <VisuallyHidden id={keysId}>
        Arrow keys move between frames, Enter zooms into a frame or lists the functions of a block, M opens a
        frame’s menu, Escape shows the whole profile. The button “Show as a tree” shows the same frames as
        text.
      </VisuallyHidden>
      <div className={classes.frame}>
        <div
          ref={scrollRef}
          className={classes.scroll}
          data-half={props.isHalf || undefined}
          role="application"
          aria-label={label}
          aria-describedby={keysId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph takes the arrow keys
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            // A click focuses too, but its tooltip is that of the frame under the pointer.
            if (event.currentTarget.matches(':focus-visible')) setCurrent(current ?? 0);
          }}
          onBlur={() => setCurrent(undefined)}
          {...pointer.handlersFor({
            onPress: (index) => onPrefetch?.(zoomTarget(tree, frames, index)),
            onClick: (clicked) => (frames[clicked.index]?.block ? openMenu(clicked) : zoom(clicked.index)),
          })}
          onContextMenu={(event) => {
            const under = pointer.frameUnder(event);
            if (!under) return;
            event.preventDefault();
            openMenu(under);
          }}
          onScroll={(event) => {
            scrollTopRef.current = event.currentTarget.scrollTop;
            pointer.leave();
          }}
        >
          <div className={classes.canvas} style={{ width, height: (rows - hiddenRows) * ROW_PX }}>
            <div
              ref={graphRef}
              className={classes.graph}
              aria-hidden
              style={{ marginTop: rootOnTop ? -hiddenRows * ROW_PX : 0 }}
            >
              <FrameShapes shapes={shapes} px={width} />
              <LabelledFrames {...{ data, width, rows, rootOnTop }} drawn={drawnRows} />
              <MatchOutlines d={outlines} px={width} height={rows * ROW_PX} />
              {pointedFrame && <div className={classes.hovered} style={placeOf(pointedFrame, grid)} />}
              {currentFrame && <div className={classes.current} style={placeOf(currentFrame, grid)} />}
            </div>
          </div>
        </div>
        {hasMinimap && <FlameMinimap {...{ frames, matched, rows, rootOnTop }} scrollRef={scrollRef} />}
      </div>
      <VisuallyHidden aria-live="polite">{current === undefined ? '' : describe(current)}</VisuallyHidden>
      {tooltipAt && tooltipFrame && !menu && (
        <TooltipBox at={tooltipAt} content={tooltipFrame}>
          {tooltipFrame.block ? (
            <BlockTooltip {...{ picture }} samples={tooltipFrame.samples} block={tooltipFrame.block} />
          ) : (
            props.tooltipOf(tooltipFrame.node)
          )}
        </TooltipBox>
      )}
      {menu &&
        menuFrame &&
        (menuFrame.block
          ? blockOf?.(
              {
                block: menuFrame.block,
                samples: menuFrame.samples,
                around: zoomTarget(tree, frames, menu.index),
              },
              menu,
              closeMenu,
            )
          : menuOf?.(menuFrame.node, menu, closeMenu))}
    </>
  );
}
