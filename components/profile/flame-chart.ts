import flamegraph, { type Placed } from 'd3-flame-graph';
import { type Selection, select, selection } from 'd3-selection';
import { LABELLED_PX, ROW_PX } from '@/lib/profile/frame-size';

/** A frame to draw; its children are drawn in their order. */
export type ChartFrame = {
  /** The label. */
  name: string;
  value: number;
  /** CSS colour. */
  fill: string;
  /** Given back when the frame is picked or pointed at. */
  index: number;
  children: ChartFrame[];
};

/** d3-flame-graph makes its picture this much higher than its frames. */
export const SPARE_PX = 2 * ROW_PX;

type Drawing = { root: ChartFrame; px: number; rootOnTop: boolean };

export type FlameChart = {
  draw(drawing: Drawing): void;
  destroy(): void;
};

type Listeners = {
  onPick(index: number): void;
  /** The main button of a mouse or pen goes down on a frame; a finger may as well scroll. */
  onPress(index: number): void;
  /** The frame under the pointer and where that is in the window; undefined when there is none. */
  onPoint(index: number | undefined, at: { x: number; y: number }): void;
  /** A frame's menu is asked for, there. */
  onMenu(index: number, at: { x: number; y: number }): void;
};

const NO_TOOLTIP = Object.assign(() => {}, { show() {}, hide() {}, destroy() {} });

/**
 * d3-flame-graph in an element that React leaves alone, without its transitions, tooltip, listeners and zoom.
 * Each drawing is made anew outside of the document, so that nothing is laid out before it is whole.
 */
export function createFlameChart(element: HTMLElement, listeners: Listeners): FlameChart {
  const { onPick, onPress, onPoint, onMenu } = listeners;
  const chart = flamegraph<ChartFrame>()
    .cellHeight(ROW_PX)
    .transitionDuration(0)
    .resetHeightOnZoom(true)
    .tooltip(NO_TOOLTIP)
    .setLabelHandler(() => '')
    .setColorMapper(({ data }) => data.fill);

  const listening = new AbortController();
  const on = <Type extends 'click' | 'contextmenu' | 'pointerdown' | 'pointermove' | 'pointerleave'>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => element.addEventListener(type, listener, { signal: listening.signal });
  const placeOf = ({ clientX, clientY }: MouseEvent) => ({ x: clientX, y: clientY });
  on('click', (event) => {
    const index = indexAt(event);
    if (index !== undefined) onPick(index);
  });
  on('pointerdown', (event) => {
    const index = event.button === 0 && event.pointerType !== 'touch' ? indexAt(event) : undefined;
    if (index !== undefined) onPress(index);
  });
  on('contextmenu', (event) => {
    const index = indexAt(event);
    if (index === undefined) return;
    event.preventDefault();
    onMenu(index, placeOf(event));
  });
  on('pointermove', (event) => onPoint(indexAt(event), placeOf(event)));
  on('pointerleave', (event) => onPoint(undefined, placeOf(event)));

  let drawn: Drawing | undefined;
  return {
    draw(drawing) {
      const { root, px, rootOnTop } = drawing;
      if (drawn && isSameButFills(drawn, drawing)) recolour(element, root);
      else {
        const host = document.createElement('div');
        chart.width(px).inverted(rootOnTop);
        sparingly(px, () => chart(select(host).datum(root)));
        element.replaceChildren(host);
      }
      drawn = drawing;
    },
    destroy() {
      listening.abort();
      element.replaceChildren();
    },
  };
}

function isSameButFills(before: Drawing, after: Drawing): boolean {
  if (before.px !== after.px || before.rootOnTop !== after.rootOnTop) return false;
  const olds = framesOf(before.root);
  const news = framesOf(after.root);
  return (
    olds.length === news.length &&
    olds.every((old, i) => {
      const { name, value, index, children } = news[i] ?? after.root;
      return (
        old.name === name &&
        old.value === value &&
        old.index === index &&
        old.children.length === children.length
      );
    })
  );
}

/** A frame and all below it, in one order. */
function framesOf(root: ChartFrame): ChartFrame[] {
  const frames = [root];
  for (const { children } of frames) frames.push(...children);
  return frames;
}

/** The drawn frames get the fills of others that are the same but for these. */
function recolour(element: Element, root: ChartFrame): void {
  const fills: string[] = [];
  for (const { index, fill } of framesOf(root)) fills[index] = fill;
  for (const frame of element.querySelectorAll('g.frame')) {
    const fill = fills[datumOf(frame).index] ?? '';
    const rect = frame.firstElementChild;
    if (rect?.getAttribute('fill') !== fill) rect?.setAttribute('fill', fill);
  }
}

/** d3 keeps each frame's datum on its element. */
function indexAt(event: Event): number | undefined {
  const frame = event.target instanceof Element ? event.target.closest('g.frame') : null;
  return frame ? datumOf(frame).index : undefined;
}

/** Guarantee: d3-flame-graph joins every `g.frame` to a node of the hierarchy made of our frames. */
const datumOf = (frame: Element) => (select(frame).datum() as Placed<ChartFrame>).data;

/**
 * Draws with a d3 that leaves out what is not wanted. With transitions, even of 0 ms, frames grow over 250 ms and
 * labels come by a timer; its listeners, three a frame, are for its own zoom and tooltip; labels of frames too
 * narrow to show one (it hides them) are two elements of four; and three of four attributes of a group say nothing in SVG.
 */
function sparingly(px: number, draw: () => void): void {
  const { transition, on, attr, append } = selection.prototype;
  Object.assign(selection.prototype, {
    transition(this: Selection) {
      const same = () => this;
      return Object.assign(this, { duration: same, delay: same, ease: same });
    },
    on(this: Selection) {
      return this;
    },
    attr(this: Selection, ...said: [name: string, value: unknown]) {
      const isGroup = this.node() instanceof SVGGElement;
      return isGroup && UNUSED_OF_GROUPS.has(said[0]) ? this : attr.apply(this, said);
    },
    append(this: Selection, name: string) {
      const isWide = (frame: unknown) => labelPx(frame as Placed<ChartFrame>, px) >= LABELLED_PX;
      const frames = name === 'foreignObject' ? this.filter(isWide) : this;
      return append.call(frames, name);
    },
  });
  try {
    draw();
  } finally {
    Object.assign(selection.prototype, { transition, on, attr, append });
  }
}

const UNUSED_OF_GROUPS = new Set(['width', 'height', 'name']);

const labelPx = ({ x0, x1 }: Placed<ChartFrame>, px: number) => (x1 - x0) * px;
