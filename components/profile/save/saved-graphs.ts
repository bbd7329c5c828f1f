import { counted } from '@/lib/answer/counted';
import type { GraphBox, SavedGraph } from '@/lib/download/saved-graph';
import type { PictureText } from '@/lib/download/svg-file';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { MIN_FRAME_PX } from '@/lib/profile/transform/screen';
import { describeBlock } from '../frame-text/block-text';
import { frameStyles } from '../graph/drawing/frame-styles';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { shownLabel } from '../legend/legend-items';

/** Boxes of one graph. d3-flame-graph passes over all of them many times. */
const MAX_BOXES = 4000;
/** All boxes have labels, because a zoom makes room for them. */
const LABELLED_PX = 1e9;

/** The graphs of a view for a page that draws them with d3-flame-graph alone. */
export const savedGraphs = (
  { lines = [], graphs, legend, legendBase, graphPx }: DrawnGraphs,
  text: PictureText,
): SavedGraph[] =>
  graphs.map(({ picture, fillOf, keepsFill, tooltipLines, caption, rootOnTop }) => {
    const { tree, samples, focus, deeper, matched } = picture;
    const fold = (minPx: number) =>
      foldFrames(tree, samples, { focus, px: graphPx, minPx, deeper: deeper?.below });
    let minPx = MIN_FRAME_PX;
    let frames = fold(minPx);
    for (; frames.length > MAX_BOXES; frames = fold(minPx)) minPx *= 2;
    const styles = frameStyles(tree, frames, {
      ...{ fillOf, matched, px: LABELLED_PX },
      ...(keepsFill && { keepsFill }),
    });
    const factsOf = (frame: DrawnFrame) =>
      frame.block ? describeBlock(picture, frame, frame.block) : tooltipLines(frame.node).join(' · ');
    return {
      title: caption ?? text.title,
      lines: [...text.lines, ...lines, cutText(minPx, graphPx, frames.length)],
      legend: [
        ...(legendBase === undefined ? [] : [{ label: legendBase }]),
        ...legend.map(({ fill, label, share }) => ({
          ...(fill !== undefined && { fill }),
          label: share === undefined ? shownLabel(label) : `${shownLabel(label)} ${share}`,
        })),
      ],
      rootOnTop,
      root: boxes(frames, (frame, at) => ({
        name: styles[at]?.label ?? '',
        value: frame.samples,
        fill: styles[at]?.fill ?? fillOf(frame.node),
        facts: factsOf(frame),
        children: [],
      })),
    };
  });

function boxes(frames: readonly DrawnFrame[], boxOf: (frame: DrawnFrame, at: number) => GraphBox): GraphBox {
  const all = frames.map(boxOf);
  for (const [at, { parent }] of frames.entries()) {
    const box = all[at];
    if (box) all[parent]?.children.push(box);
  }
  return all[0] ?? { name: '', value: 0, fill: 'none', facts: '', children: [] };
}

const cutText = (minPx: number, graphPx: number, count: number) =>
  `${counted(count, 'box', 'boxes')}. Frames narrower than ${((100 * minPx) / graphPx).toPrecision(2)} % of the graph are in blocks of neighbours, also after zooming.`;
