import flamegraph from 'd3-flame-graph';
import { select } from 'd3-selection';
import { MIN_LABEL_PX, ROW_PX } from '@/lib/profile/graph/frame-size';
import type { FrameDatum } from './frame-data';

type Drawing = {
  /** Pixels. */
  width: number;
  rows: number;
  rootOnTop: boolean;
};

const NO_TOOLTIP = Object.assign(() => undefined, { show() {}, hide() {}, destroy() {} });

/** Draws the frames wide enough for a label with d3-flame-graph. Returns a function that removes them. */
export function drawFrames(
  host: HTMLElement,
  data: FrameDatum,
  { width, rows, rootOnTop }: Drawing,
): () => void {
  const chart = flamegraph<FrameDatum>()
    .width(width)
    .height(rows * ROW_PX)
    .cellHeight(ROW_PX)
    .minFrameSize(MIN_LABEL_PX)
    .inverted(rootOnTop)
    .sort(false)
    .transitionDuration(0)
    .tooltip(NO_TOOLTIP)
    .getName((frame) => frame.data.label)
    .setColorMapper((frame) => frame.data.fill);
  chart(select(host).datum(data));
  endTransitions(host);
  // Its own zoom would compete with ours, which handles the pointer for all frames.
  const frames = select(host).selectAll('.frame');
  for (const event of ['click', 'mouseover', 'mouseout']) frames.on(event, null);
  return () => {
    chart.destroy();
    select(host).datum(null);
  };
}

/**
 * d3-flame-graph lets new frames grow for 250 ms whatever its transition duration, and labels them by a timer. Ends these
 * transitions with their final values, so that a graph appears at once and no timer outlives it.
 */
function endTransitions(host: HTMLElement): void {
  select(host).selectAll('.frame > rect, .d3-flame-graph-label').interrupt();
  for (const frame of host.querySelectorAll('.frame')) {
    frame.querySelector('rect')?.setAttribute('width', frame.getAttribute('width') ?? '0');
    const label = frame.querySelector('.d3-flame-graph-label');
    if (label) label.textContent = frame.getAttribute('name');
  }
}
