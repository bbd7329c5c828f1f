import { Menu, useComputedColorScheme } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { showToast } from '@/components/toast/toasts';
import { exportFileName } from '@/lib/profile/export/file-name';
import type { DrawnRef } from '../graph/drawn-graphs';
import type { PictureWords } from './save-picture';

type PictureItemsProps = {
  drawnRef: DrawnRef;
  /** What is asked for is not drawn yet, but what was before. */
  isAwaited: boolean;
  words: PictureWords;
  named: Omit<Parameters<typeof exportFileName>[0], 'extension'>;
};

const FORMATS = [
  { format: 'svg', name: 'SVG' },
  { format: 'png', name: 'PNG' },
] as const;

/** Menu items that download what is drawn as a picture: all of it, in the colours of the page. */
export function PictureItems({ drawnRef, isAwaited, words, named }: PictureItemsProps) {
  const scheme = useComputedColorScheme('light');
  const save = async (format: 'svg' | 'png') => {
    if (!drawnRef.current) {
      await showToast({
        title: 'There is no picture',
        message: 'What is asked for is not drawn, or not yet.',
      });
      return;
    }
    try {
      const { savePicture } = await import('./save-picture');
      const fileName = exportFileName({ ...named, extension: format });
      await savePicture(drawnRef.current, words, scheme, { format, fileName });
    } catch {
      await showToast({
        title: 'The browser could not draw the picture',
        message: format === 'png' ? 'It may be too large: the SVG has no such limit.' : 'Try again.',
      });
    }
  };
  return (
    <>
      <Menu.Label>{isAwaited ? 'Picture: once the profile is there' : 'Picture of what is shown'}</Menu.Label>
      {FORMATS.map(({ format, name }) => (
        <Menu.Item
          key={format}
          disabled={isAwaited}
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => void save(format)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
