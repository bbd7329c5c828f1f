'use client';

import { VisuallyHidden } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import { drawnMatches } from '@/lib/profile/graph/match-outlines';
import { pathKey } from '@/lib/profile/tree/path-key';
import { describeBlock } from '../frame-text/block-text';
import { describeFrame } from '../frame-text/frame-facts';
import { FlameMinimap } from './drawing/flame-minimap';
import { GraphSurface } from './drawing/graph-surface';
import { useGraphLayout } from './drawing/use-graph-layout';
import classes from './flame-graph.module.css';
import type { FlameGraphProps } from './flame-graph-props';
import type { RowSteps } from './graph-rows';
import { useCurrentFrame } from './pointer/use-current-frame';
import { useFramePointer } from './pointer/use-frame-pointer';
import { useGraphKeys } from './pointer/use-graph-keys';
import { useOpenMenu } from './pointer/use-open-menu';
import { useRest } from './pointer/use-rest';
import { zoomTarget } from './pointer/zoom-target';
import { FramePopup, FrameTooltip } from './tooltip/frame-popup';
import { useTypedMatches } from './use-typed-matches';

/**
 * The interactive graph of a profile. d3-flame-graph draws the frames that have labels; all narrower ones are shapes beneath.
 * Pointer, keyboard and zoom are ours.
 */
export function LiveGraph(props: FlameGraphProps & { rows: RowSteps; roomRows: RowSteps }) {
  const {
    picture,
    rootOnTop,
    onFocus,
    onPrefetch,
    stepRef,
    withoutRoot = false,
    menuOf,
    blockOf,
    onMatches,
    label = 'Flame graph',
  } = props;
  const { tree, focus } = picture;
  const matched = useTypedMatches(picture, props.field);
  const scrollRef = useRef<HTMLDivElement>(null);
  const graphRef = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const layout = useGraphLayout(props, matched);
  const { frames, found, grid, hasMinimap, minHeight } = layout;
  const { rows } = grid;
  useEffect(() => onMatches?.(found && drawnMatches(found.frames, tree)), [onMatches, found, tree]);
  useEffect(() => () => onMatches?.(undefined), [onMatches]);

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
    closeMenu: menu && closeMenu,
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
  useRest(pointed?.index ?? current, (index) => onPrefetch?.(zoomTarget(tree, frames, index)), frames);

  const describe = (index: number): string => {
    const frame = frames[index];
    if (frame?.block) {
      const canOpen = frame.block.isDeeper ? '' : ' Enter lists them.';
      return `${describeBlock(picture, frame, frame.block)}.${canOpen}`;
    }
    const node = frame?.node ?? focus;
    return props.describe ? props.describe(node) : describeFrame(picture, node);
  };
  const keyOf = (index: number): string => {
    const around = pathKey(tree, zoomTarget(tree, frames, index));
    return `${frames[index]?.block ? 'block' : 'frame'} ${around}`;
  };
  const currentFrame = current === undefined ? undefined : frames[current];
  const pointedFrame = pointed && frames[pointed.index];
  const tooltipFrame = pointedFrame ?? currentFrame;
  const tooltipAt = pointed ?? currentAt;
  const menuFrame = menu && frames[menu.index];
  return (
    <>
      <VisuallyHidden id={keysId}>
        Arrow keys move between frames, Enter zooms into a frame or lists the functions of a block, M opens a
        frame’s menu, Escape shows the whole profile. The button “Show as a tree” shows the same frames as
        text.
      </VisuallyHidden>
      <div className={classes.frame} data-root={rootOnTop ? 'top' : 'bottom'} style={{ minHeight }}>
        <div
          ref={scrollRef}
          className={classes.scroll}
          data-half={props.isHalf || undefined}
          data-minimap={hasMinimap || undefined}
          role="application"
          {...keyedPart('graph')}
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
            keyOf,
            onPress: (index) => onPrefetch?.(zoomTarget(tree, frames, index)),
            onClick: (clicked) => (frames[clicked.index]?.block ? openMenu(clicked) : zoom(clicked.index)),
            onMenu: openMenu,
          })}
          onScroll={(event) => {
            scrollTopRef.current = event.currentTarget.scrollTop;
            pointer.leave();
          }}
        >
          <GraphSurface
            {...{ layout, scrollRef, graphRef, withoutRoot }}
            pointed={pointedFrame}
            current={currentFrame}
          />
        </div>
        {hasMinimap && (
          <FlameMinimap {...{ frames, rows, rootOnTop }} found={found?.frames} scrollRef={scrollRef} />
        )}
      </div>
      <VisuallyHidden aria-live="polite">{current === undefined ? '' : describe(current)}</VisuallyHidden>
      {tooltipAt && tooltipFrame && !menu && (
        <FrameTooltip {...{ picture }} tooltipOf={props.tooltipOf} frame={tooltipFrame} at={tooltipAt} />
      )}
      {menu && menuFrame && (
        <FramePopup
          {...{ menuOf, blockOf }}
          frame={menuFrame}
          around={zoomTarget(tree, frames, menu.index)}
          at={menu}
          onClose={closeMenu}
        />
      )}
    </>
  );
}
