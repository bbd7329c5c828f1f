'use client';

import { VisuallyHidden } from '@mantine/core';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { estimatedRowCount, foldFrames } from '@/lib/profile/graph/fold-frames';
import { frameShapes, rowCount } from '@/lib/profile/graph/frame-shapes';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import classes from './flame-graph.module.css';
import { directionOf, neighbour } from './flame-keys';
import { FlameMinimap } from './flame-minimap';
import { describeFrame } from './frame-facts';
import { below, frameAt, placeOf } from './frame-geometry';
import { FrameShapes } from './frame-shapes';
import { foldLabel, frameStyles } from './frame-styles';
import { MINIMAP_PX } from './graph-size';
import { menuOnLongPress } from './long-press';
import type { Picture, Point } from './picture';
import { placeFrames } from './place-frames';
import { TooltipBox } from './tooltip-box';
import { type StepToMatch, useCurrentFrame } from './use-current-frame';
import { zoomTarget } from './zoom-target';

export type FlameGraphProps = {
  picture: Picture;
  /** Pixels. */
  width: number;
  rootOnTop: boolean;
  /** Fill of a node as CSS. */
  fillOf(node: number): string;
  /** What a search found keeps its fill. */
  keepsFill?: boolean;
  /** A frame was picked: the node to zoom into. */
  onFocus(node: number): void;
  /** What is said beside a frame that is pointed at or chosen by keys. */
  tooltipOf(node: number): ReactNode;
  /** One sentence of a frame for screen readers; without it its share and samples. */
  describe?(node: number): string;
  /** The menu of a frame, open at a point. */
  menuOf?(node: number, at: Point, onClose: () => void): ReactNode;
  /** A key pressed on a frame; true when it did something. */
  onKey?(key: string, node: number): boolean;
  /** The pointer rests on a frame, or its button goes down: the node that a click would zoom into. */
  onPrefetch?(node: number): void;
  /** Is given the way to step through the matches. */
  stepRef?: RefObject<StepToMatch | undefined>;
  /** The row of the focused frame is not shown: another graph shows it. */
  withoutRoot?: boolean;
  label?: string;
};

type Pointed = Point & { index: number };

/** So many milliseconds on a frame are a rest. */
const REST_MS = 80;

/** Narrower graphs have no minimap beside them. */
const MINIMAP_FROM_PX = 700;

/** The graph of a profile: d3-flame-graph places the frames; their look, pointer, keyboard and zoom are ours. */
export default function FlameGraph(props: FlameGraphProps) {
  // Where the current frame stands in the window is read as the graph is drawn: it follows every scroll.
  'use no memo';
  const {
    picture,
    rootOnTop,
    fillOf,
    onFocus,
    onPrefetch,
    stepRef,
    withoutRoot,
    label,
    keepsFill = false,
  } = props;
  const { tree, samples, focus, matched } = picture;
  const scrollRef = useRef<HTMLDivElement>(null);
  const graphRef = useRef<HTMLDivElement>(null);
  const pressedRef = useRef<number>(undefined);
  const keysId = useId();
  const [pointed, setPointed] = useState<Pointed>();
  const [menuAt, setMenuAt] = useState<Pointed & { byKey: boolean }>();

  const isTall = useMemo(
    () => estimatedRowCount(tree, samples.total, focus, props.width) * ROW_PX > viewPx(),
    [tree, samples, focus, props.width],
  );
  const width = isTall && props.width > MINIMAP_FROM_PX ? props.width - MINIMAP_PX : props.width;
  const frames = useMemo(
    () => placeFrames(foldFrames(tree, samples, { focus, px: width })),
    [tree, samples, focus, width],
  );
  const shapes = useMemo(() => {
    const looks = frameStyles(tree, frames, { fillOf, matched, keepsFill });
    return frameShapes(frames, looks, { px: width, rootOnTop });
  }, [tree, frames, fillOf, matched, keepsFill, width, rootOnTop]);
  const rows = useMemo(() => rowCount(frames), [frames]);
  const hiddenRows = withoutRoot ? 1 : 0;
  const grid = { width, rows, rootOnTop };
  const onMove = () => setPointed(undefined);
  const { current, setCurrent, moveTo } = useCurrentFrame({
    frames,
    grid,
    matched,
    scrollRef,
    stepRef,
    onMove,
  });

  const [drawn, setDrawn] = useState(frames);
  /** A frame was zoomed into, and what is drawn does not show it yet. */
  const [zooms, setZooms] = useState(false);
  if (drawn !== frames) {
    // What is pointed at is known by its place among the frames.
    setDrawn(frames);
    setPointed(undefined);
    setMenuAt(undefined);
    setZooms(false);
    if (zooms && current !== undefined) setCurrent(0);
  }

  const zoom = (index: number) => {
    const target = zoomTarget(tree, frames, index);
    if (target === focus) return;
    setPointed(undefined);
    setZooms(true);
    onFocus(target);
  };
  const openMenu = (index: number, at: Point, byKey = false) => {
    if (!props.menuOf || frames[index]?.folded) return;
    setPointed(undefined);
    setMenuAt({ index, ...at, byKey });
  };
  const closeMenu = () => {
    setMenuAt(undefined);
    scrollRef.current?.focus({ preventScroll: true });
    if (menuAt?.byKey) setCurrent(menuAt.index);
  };

  useEffect(() => (scrollRef.current ? menuOnLongPress(scrollRef.current) : undefined), []);

  const scrolledRef = useRef(0);
  useEffect(() => {
    const scroll = scrollRef.current;
    // What is at its top already is left alone: a new position has the browser lay out all frames at once.
    if (scroll && (!rootOnTop || scrolledRef.current > 0)) scroll.scrollTop = rootOnTop ? 0 : rows * ROW_PX;
  }, [rootOnTop, rows]);

  const restsOn = pointed?.index ?? current;
  useEffect(() => {
    if (restsOn === undefined || !onPrefetch) return;
    const timer = setTimeout(() => onPrefetch(zoomTarget(tree, frames, restsOn)), REST_MS);
    return () => clearTimeout(timer);
  }, [restsOn, onPrefetch, tree, frames]);

  const frame = current === undefined ? undefined : frames[current];
  const place = frame && placeOf(frame, grid);
  const pointedFrame = pointed && frames[pointed.index];
  const tooltipAt = pointed ?? (place && below(scrollRef.current, place));
  const tooltipFrame = pointedFrame ?? frame;
  const menuNode = menuAt && frames[menuAt.index]?.node;

  /** The frame under the pointer, and where that is in the window; none under a scrollbar. */
  const under = ({ target, clientX, clientY }: MouseEvent): Pointed | undefined => {
    const graph = graphRef.current;
    const box = target instanceof Node && graph?.contains(target) && graph.getBoundingClientRect();
    const index = box && frameAt(frames, { x: clientX - box.left, y: clientY - box.top }, grid);
    return typeof index === 'number' ? { index, x: clientX, y: clientY } : undefined;
  };
  const onClick = (event: MouseEvent) => {
    const picked = under(event);
    // Who slides off a frame before letting go does not mean another.
    if (picked && picked.index === pressedRef.current) zoom(picked.index);
  };
  const onContextMenu = (event: MouseEvent) => {
    const picked = under(event);
    if (!picked) return;
    event.preventDefault();
    openMenu(picked.index, picked);
  };
  const onPointerDown = (event: PointerEvent) => {
    const pressed = event.button === 0 ? under(event) : undefined;
    pressedRef.current = pressed?.index;
    // A finger may as well scroll.
    if (pressed && event.pointerType !== 'touch') onPrefetch?.(zoomTarget(tree, frames, pressed.index));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = current ?? 0;
    const direction = directionOf(event.key, rootOnTop);
    if (direction) moveTo(neighbour(frames, index, direction));
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'Enter' || event.key === ' ') zoom(index);
    else if (event.key === 'Escape') {
      setCurrent(0);
      onFocus(0);
    } else if (isMenuKey(event)) {
      const at = frames[index] && below(scrollRef.current, placeOf(frames[index], grid));
      if (at) openMenu(index, at, true);
    } else if (event.key === 'n' || event.key === 'N') {
      stepRef?.current?.(event.key === 'n' ? 'next' : 'previous');
    } else if (frames[index]?.folded || !props.onKey?.(event.key, frames[index]?.node ?? focus)) return;
    event.preventDefault();
  };

  const describe = (index: number): string => {
    const { node, folded } = frames[index] ?? { node: focus, folded: 0 };
    if (folded > 0) return foldLabel(folded);
    return props.describe ? props.describe(node) : describeFrame(picture, node);
  };

  return (
    <>
      <VisuallyHidden id={keysId}>
        Arrow keys move between frames, Enter zooms into a frame, M opens its menu, Escape shows the whole
        profile. The button “Show as a tree” gives the same in words.
      </VisuallyHidden>
      <div className={classes.frame}>
        <div
          ref={scrollRef}
          className={classes.scroll}
          role="application"
          aria-label={label ?? 'Flame graph'}
          aria-describedby={keysId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph takes the arrow keys
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            // A click focuses too, but speaks of the frame under the pointer.
            if (event.currentTarget.matches(':focus-visible')) setCurrent((known) => known ?? 0);
          }}
          onBlur={() => setCurrent(undefined)}
          {...{ onClick, onContextMenu, onPointerDown }}
          onPointerMove={(event) => setPointed(under(event))}
          onPointerLeave={() => setPointed(undefined)}
          onScroll={(event) => {
            scrolledRef.current = event.currentTarget.scrollTop;
            setPointed(undefined);
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
              {pointedFrame && <div className={classes.pointed} style={placeOf(pointedFrame, grid)} />}
              {place && <div className={classes.current} style={place} />}
            </div>
          </div>
        </div>
        {width < props.width && <FlameMinimap {...{ frames, matched, rows, rootOnTop }} scroll={scrollRef} />}
      </div>
      <VisuallyHidden aria-live="polite">{current === undefined ? '' : describe(current)}</VisuallyHidden>
      {tooltipAt && tooltipFrame && !menuAt && (
        <TooltipBox at={tooltipAt} content={tooltipFrame}>
          {tooltipFrame.folded > 0 ? foldLabel(tooltipFrame.folded) : props.tooltipOf(tooltipFrame.node)}
        </TooltipBox>
      )}
      {menuAt && menuNode !== undefined && props.menuOf?.(menuNode, menuAt, closeMenu)}
    </>
  );
}

/** How high the view of a graph is at most, as its style says. */
const viewPx = () => Math.max(440, 0.7 * window.innerHeight);

const isMenuKey = ({ key, shiftKey }: KeyboardEvent) =>
  key === 'ContextMenu' || key === 'm' || (key === 'F10' && shiftKey);
