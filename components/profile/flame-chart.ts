import flamegraph from 'd3-flame-graph';
import { type Selection, select, selection } from 'd3-selection';

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

export const ROW_PX = 20;
/** d3-flame-graph makes its picture this much higher than its frames. */
export const SPARE_PX = 2 * ROW_PX;

type Drawing = { root: ChartFrame; px: number; rootOnTop: boolean };

export type FlameChart = {
  draw(drawing: Drawing): void;
  destroy(): void;
};

type Listeners = {
  onPick(index: number): void;
  /** The frame under the pointer and where that is in the window; undefined when there is none. */
  onPoint(index: number | undefined, at: { x: number; y: number }): void;
  /** A frame's menu is asked for, there. */
  onMenu(index: number, at: { x: number; y: number }): void;
};

const NO_TOOLTIP = Object.assign(() => {}, { show() {}, hide() {}, destroy() {} });

/** d3-flame-graph in an element that React leaves alone, without its transitions, tooltip and zoom. */
export function createFlameChart(element: HTMLElement, { onPick, onPoint, onMenu }: Listeners): FlameChart {
  const host = document.createElement('div');
  const chart = flamegraph<ChartFrame>()
    .cellHeight(ROW_PX)
    .transitionDuration(0)
    .resetHeightOnZoom(true)
    .tooltip(NO_TOOLTIP)
    .setLabelHandler(() => '')
    .setColorMapper(({ data }) => data.fill);
  let drawn = false;

  const click = (event: Event) => {
    // d3-flame-graph's own zoom can't be switched off otherwise.
    event.stopPropagation();
    const index = indexAt(event);
    if (index !== undefined) onPick(index);
  };
  const move = (event: PointerEvent) => onPoint(indexAt(event), { x: event.clientX, y: event.clientY });
  const leave = (event: PointerEvent) => onPoint(undefined, { x: event.clientX, y: event.clientY });
  const menu = (event: MouseEvent) => {
    const index = indexAt(event);
    if (index === undefined) return;
    event.preventDefault();
    onMenu(index, { x: event.clientX, y: event.clientY });
  };
  host.addEventListener('click', click, { capture: true });
  host.addEventListener('contextmenu', menu);
  host.addEventListener('pointermove', move);
  host.addEventListener('pointerleave', leave);

  return {
    draw({ root, px, rootOnTop }) {
      // Outside of the document nothing is laid out between one frame and the next.
      host.remove();
      chart.width(px).inverted(rootOnTop);
      withoutTransitions(() => {
        if (drawn) chart.update(root);
        else chart(select(host).datum(root));
      });
      drawn = true;
      element.append(host);
    },
    destroy() {
      host.removeEventListener('click', click, { capture: true });
      host.removeEventListener('contextmenu', menu);
      host.removeEventListener('pointermove', move);
      host.removeEventListener('pointerleave', leave);
      if (drawn) chart.destroy();
      select(host).datum(null);
      host.replaceChildren();
      host.remove();
    },
  };
}

/** d3 keeps each frame's datum on its element. */
function indexAt(event: Event): number | undefined {
  const frame = event.target instanceof Element ? event.target.closest('g.frame') : null;
  return frame ? datumOf(frame).data.index : undefined;
}

/** Guarantee: d3-flame-graph joins every `g.frame` to a node of the hierarchy made of our frames. */
const datumOf = (frame: Element) => select(frame).datum() as { data: ChartFrame };

/** Drawn with transitions, even of 0 ms, frames grow over 250 ms and labels come by a timer. */
function withoutTransitions(draw: () => void): void {
  const { transition } = selection.prototype;
  selection.prototype.transition = function immediate(this: Selection) {
    const same = () => this;
    return Object.assign(this, { duration: same, delay: same, ease: same });
  };
  try {
    draw();
  } finally {
    selection.prototype.transition = transition;
  }
}
