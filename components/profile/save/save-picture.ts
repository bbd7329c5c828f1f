import { foldFrames } from '@/lib/profile/graph/fold-frames';
import type { ColourScheme } from '@/lib/profile/graph/hex-fill';
import { flameSvg } from '@/lib/profile/graph/picture/flame-svg';
import { pngScale } from '@/lib/profile/graph/picture/png-scale';
import type { DrawnGraphs } from '../graph/drawn-graphs';
import { foldLabel, frameStyles } from '../graph/frame-styles';
import { shownLabel } from '../graph/legend-items';

export type PictureWords = { title: string; lines: readonly string[] };

/** Saves what is drawn as a file, whole: SVG, or PNG at twice the size. Rejects when the browser can't draw it. */
export async function savePicture(
  drawn: DrawnGraphs,
  words: PictureWords,
  scheme: ColourScheme,
  { format, fileName }: { format: 'svg' | 'png'; fileName: string },
): Promise<void> {
  const svg = svgOf(drawn, words, scheme);
  const file = new Blob([svg], { type: 'image/svg+xml' });
  download(format === 'svg' ? file : await pngOf(file), fileName);
}

function svgOf(
  { lines = [], graphs, legend, graphPx }: DrawnGraphs,
  words: PictureWords,
  scheme: ColourScheme,
): string {
  return flameSvg({
    title: words.title,
    lines: [...words.lines, ...lines],
    graphs: graphs.map(({ picture, fillOf, keepsFill, tooltipLines, ...graph }) => {
      const { tree, samples, focus, matched } = picture;
      const frames = foldFrames(tree, samples, { focus, px: graphPx });
      const looks = frameStyles(tree, frames, { fillOf, matched, ...(keepsFill && { keepsFill }) });
      return {
        ...graph,
        frames: frames.map(({ node, x, width, row, folded }, index) => ({
          x,
          width,
          row,
          label: looks[index]?.label ?? '',
          fill: looks[index]?.fill ?? fillOf(node),
          tooltip: folded > 0 ? foldLabel(folded) : tooltipLines(node).join('\n'),
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
    if (!png) throw new Error('The browser drew no picture');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A file's address is needed until its download has begun. */
const BEGUN_MS = 60_000;

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), BEGUN_MS);
}
