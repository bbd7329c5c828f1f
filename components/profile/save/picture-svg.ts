import type { PictureFormat } from '@/components/download/save-picture';
import { counted } from '@/lib/answer/counted';
import type { PictureText } from '@/lib/download/svg-file';
import type { ColourScheme } from '@/lib/profile/graph/fill';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { rowCount } from '@/lib/profile/graph/frame-shapes';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { flameSvg } from '@/lib/profile/graph/picture/flame-svg';
import { describeBlock } from '../frame-text/block-text';
import { frameStyles } from '../graph/drawing/frame-styles';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { shownLabel } from '../legend/legend-items';

/** More rows would make the text of a PNG too small to read, because browsers bound its size. */
const MAX_PNG_ROWS = 600;

/** The whole graph as a standalone SVG, for a file of a format. */
export function pictureSvg(
  { lines = [], graphs, legend, legendBase, graphPx }: DrawnGraphs,
  text: PictureText,
  scheme: ColourScheme,
  format: PictureFormat,
): string {
  const maxRows = format === 'png' ? MAX_PNG_ROWS : Number.POSITIVE_INFINITY;
  const folded = graphs.map(({ picture: { tree, samples, focus, deeper } }) =>
    foldFrames(tree, samples, { focus, px: graphPx, deeper: deeper?.below }),
  );
  const rows = Math.max(...folded.map(rowCount));
  return flameSvg({
    title: text.title,
    lines: [...text.lines, ...lines, ...(rows > maxRows ? [cutText(rows, maxRows)] : [])],
    graphs: graphs.map(({ picture, fillOf, keepsFill, tooltipLines, ...graph }, place) => {
      const { tree, matched } = picture;
      const frames = (folded[place] ?? []).filter(({ row }) => row < maxRows);
      const styles = frameStyles(tree, frames, {
        ...{ fillOf, matched, px: graphPx },
        ...(keepsFill && { keepsFill }),
      });
      return {
        ...graph,
        frames: frames.map((frame, index) => ({
          x: frame.x,
          width: frame.width,
          row: frame.row,
          label: styles[index]?.label ?? '',
          fill: styles[index]?.fill ?? fillOf(frame.node),
          isMatch: isMatch(frame, matched),
          tooltip: frame.block
            ? describeBlock(picture, frame, frame.block)
            : tooltipLines(frame.node).join('\n'),
        })),
      };
    }),
    legend: [
      ...(legendBase === undefined ? [] : [{ label: legendBase }]),
      ...legend.map(({ fill, label, share }) => ({
        ...(fill !== undefined && { fill }),
        label: share === undefined ? shownLabel(label) : `${shownLabel(label)} ${share}`,
      })),
    ],
    scheme,
    graphPx,
  });
}

const cutText = (rows: number, shown: number) =>
  `Only the ${counted(shown, 'row')} next to the root of ${counted(rows, 'row')}; a picture saved as SVG has all.`;
