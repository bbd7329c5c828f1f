import { Menu, useComputedColorScheme } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { showToast } from '@/components/toast/toasts';
import { exportFileName } from '@/lib/profile/export/file-name';
import type { DrawnRef } from '../graph/drawn-graphs';
import type { PictureText } from './save-picture';

type PictureItemsProps = {
  drawnRef: DrawnRef;
  /** The graph is still that of an earlier request. */
  isPlaceholder: boolean;
  text: PictureText;
  nameParts: Omit<Parameters<typeof exportFileName>[0], 'extension'>;
};

const FORMATS = [
  { format: 'svg', label: 'SVG' },
  { format: 'png', label: 'PNG' },
] as const;

/** Menu items that download the whole graph as a picture, in the colours of the page. */
export function PictureItems({ drawnRef, isPlaceholder, text, nameParts }: PictureItemsProps) {
  const scheme = useComputedColorScheme('light');
  const save = async (format: 'svg' | 'png') => {
    if (!drawnRef.current) {
      await showToast({
        title: 'No picture to save',
        message: "There is no graph, or it isn't drawn yet.",
      });
      return;
    }
    try {
      const { savePicture } = await import('./save-picture');
      const fileName = exportFileName({ ...nameParts, extension: format });
      await savePicture(drawnRef.current, text, scheme, { format, fileName });
    } catch {
      await showToast({
        title: "The browser couldn't draw the picture",
        message:
          format === 'png' ? 'It may be too large. Save it as SVG, which has no such limit.' : 'Try again.',
      });
    }
  };
  return (
    <>
      <Menu.Label>{isPlaceholder ? 'Picture (after loading)' : 'Picture of the graph'}</Menu.Label>
      {FORMATS.map(({ format, label }) => (
        <Menu.Item
          key={format}
          disabled={isPlaceholder}
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => void save(format)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
