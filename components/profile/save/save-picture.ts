import { foldFrames } from '@/lib/profile/graph/fold-frames';
import type { ColourScheme } from '@/lib/profile/graph/hex-fill';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { flameSvg } from '@/lib/profile/graph/picture/flame-svg';
import { pngScale } from '@/lib/profile/graph/picture/png-scale';
import { describeBlock } from '../graph/block-text';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { frameStyles } from '../graph/frame-styles';
import { shownLabel } from '../graph/legend-items';

export type PictureText = { title: string; lines: readonly string[] };

/** Saves the whole graph as SVG, or as PNG at twice the size. Rejects when the browser can't draw it. */
export async function savePicture(
  drawn: DrawnGraphs,
  text: PictureText,
  scheme: ColourScheme,
  { format, fileName }: { format: 'svg' | 'png'; fileName: string },
): Promise<void> {
  const svg = svgOf(drawn, text, scheme);
  const file = new Blob([svg], { type: 'image/svg+xml' });
  download(format === 'svg' ? file : await pngOf(file), fileName);
}

function svgOf(
  { lines = [], graphs, legend, graphPx }: DrawnGraphs,
  text: PictureText,
  scheme: ColourScheme,
): string {
  return flameSvg({
    title: text.title,
    lines: [...text.lines, ...lines],
    graphs: graphs.map(({ picture, fillOf, keepsFill, tooltipLines, ...graph }) => {
      const { tree, samples, focus, matched, deeper } = picture;
      const frames = foldFrames(tree, samples, { focus, px: graphPx, deeper: deeper?.below });
      const styles = frameStyles(tree, frames, { fillOf, matched, ...(keepsFill && { keepsFill }) });
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
    legend: legend.map(({ fill, label, share }) => ({
      ...(fill !== undefined && { fill }),
      label: share === undefined ? shownLabel(label) : `${shownLabel(label)} ${share}`,
    })),
    scheme,
    graphPx,
  });
}

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
