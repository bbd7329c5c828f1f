import flamegraph from 'd3-flame-graph';
import { select } from 'd3-selection';
import { timerFlush } from 'd3-timer';
import { MIN_LABEL_PX, ROW_PX } from '@/lib/profile/graph/frame-size';
import type { FrameDatum } from './frame-data';

type Drawing = {
  /** Pixels. */
  width: number;
  rows: number;
  rootOnTop: boolean;
};

/** The frames of one element. */
type LabelledFrames = {
  /** Draws frames in place of the earlier ones, whose elements are used again. */
  draw(data: FrameDatum, drawing: Drawing): void;
  /** Gives the drawn frames other fills without drawing them again. */
  colour(fillAt: (index: number) => string): void;
  remove(): void;
};

const NO_TOOLTIP = Object.assign(() => undefined, { show() {}, hide() {}, destroy() {} });

/** Draws frames wide enough for a label with d3-flame-graph. Pointer and zoom are ours: README.md has the details. */
export function labelledFrames(host: HTMLElement): LabelledFrames {
  const chart = flamegraph<FrameDatum>()
    .cellHeight(ROW_PX)
    .minFrameSize(MIN_LABEL_PX)
    .sort(false)
    .transitionDuration(0)
    .tooltip(NO_TOOLTIP)
    .setLabelHandler(() => '')
    .getName((frame) => frame.data.label)
    .setColorMapper((frame) => frame.data.fill);
  return {
    draw: (data, { width, rows, rootOnTop }) => {
      chart
        .width(width)
        .height(rows * ROW_PX)
        .inverted(rootOnTop);
      if (host.firstChild) chart.update(data);
      else chart(select(host).datum(data));
      // New frames grow for 250 ms whatever the duration is; the next update replaces that.
      if (host.querySelector('.frame > rect:not([width])')) chart.update();
      // Transitions end at once instead of in the next frame of the browser.
      timerFlush();
    },
    colour: (fillAt) => {
      const fillOf = ({ index, fill }: FrameDatum) => (index === undefined ? fill : fillAt(index));
      select(host)
        .selectAll<{ data: FrameDatum }>('.frame > rect')
        .attr('fill', ({ data }) => fillOf(data));
    },
    remove: () => {
      chart.destroy();
      select(host).datum(null);
    },
  };
}
