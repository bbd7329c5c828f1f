import { counted } from '@/lib/answer/counted';
import type { ColourScheme } from '@/lib/profile/graph/fill';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { rowCount } from '@/lib/profile/graph/frame-shapes';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { flameSvg } from '@/lib/profile/graph/picture/flame-svg';
import { pngScale } from '@/lib/profile/graph/picture/png-scale';
import { describeBlock } from '../frame-text/block-text';
import { frameStyles } from '../graph/drawing/frame-styles';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { shownLabel } from '../legend/legend-items';

/** More rows would make the text of a PNG too small to read, because browsers bound its size. */
const MAX_PNG_ROWS = 600;

export type PictureText = { title: string; lines: readonly string[] };

/** Saves the whole graph as SVG, or as PNG at twice the size. Rejects when the browser can't draw it. */
export async function savePicture(
  drawn: DrawnGraphs,
  text: PictureText,
  scheme: ColourScheme,
  { format, fileName }: { format: 'svg' | 'png'; fileName: string },
): Promise<void> {
  const svg = svgOf(drawn, text, {
    scheme,
    maxRows: format === 'png' ? MAX_PNG_ROWS : Number.POSITIVE_INFINITY,
  });
  const file = new Blob([svg], { type: 'image/svg+xml' });
  download(format === 'svg' ? file : await pngOf(file), fileName);
}

function svgOf(
  { lines = [], graphs, legend, legendBase, graphPx }: DrawnGraphs,
  text: PictureText,
  { scheme, maxRows }: { scheme: ColourScheme; maxRows: number },
): string {
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

async function pngOf(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const scale = pngScale(naturalWidth, naturalHeight);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(naturalWidth * scale);
    canvas.height = Math.round(naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('The browser returned no image');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The URL must stay valid until the download has started. */
const REVOKE_AFTER_MS = 60_000;

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
