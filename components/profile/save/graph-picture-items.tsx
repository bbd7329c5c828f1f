import { useComputedColorScheme } from '@mantine/core';
import { PictureItems } from '@/components/download/picture-items';
import type { PictureText } from '@/lib/download/svg-file';
import { exportFileName } from '@/lib/profile/export/file-name';
import type { DrawnRef } from '../graph/drawn-graphs';

type GraphPictureItemsProps = {
  drawnRef: DrawnRef;
  /** The graph is still that of an earlier request. */
  isPlaceholder: boolean;
  text: PictureText;
  nameParts: Omit<Parameters<typeof exportFileName>[0], 'extension'>;
};

/** Menu items that save the whole graph as a picture, in the colours of the page. */
export function GraphPictureItems({ drawnRef, isPlaceholder, text, nameParts }: GraphPictureItemsProps) {
  const scheme = useComputedColorScheme('light');
  return (
    <PictureItems
      label={isPlaceholder ? 'Picture (after loading)' : 'Picture of the graph'}
      disabled={isPlaceholder}
      missing="There is no graph, or it isn't drawn yet."
      draw={async (format) => {
        const { pictureSvg } = await import('./picture-svg');
        return drawnRef.current && pictureSvg(drawnRef.current, text, scheme, format);
      }}
      graphs={async () => {
        const { savedGraphs } = await import('./saved-graphs');
        return drawnRef.current ? savedGraphs(drawnRef.current, text) : [];
      }}
      fileName={(extension) => exportFileName({ ...nameParts, extension })}
    />
  );
}
