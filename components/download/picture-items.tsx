import { Menu } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { showToast } from '@/components/toast/toasts';
import type { SavedGraph } from '@/lib/download/saved-graph';
import { usePanelPart } from './panel-parts';
import type { PictureFormat } from './save-picture';

type PictureItemsProps = {
  label: string;
  /** The picture on the screen is still that of an earlier request. */
  disabled?: boolean;
  /** What is missing when nothing is drawn, in a sentence. */
  missing: string;
  /** The picture as a standalone SVG; undefined when nothing is drawn. */
  draw(format: PictureFormat): Promise<string | undefined>;
  fileName(extension: PictureFormat): string;
  /** The same for a page that draws it by itself, instead of the picture. */
  graphs?: () => Promise<SavedGraph[]>;
};

const FORMATS = [
  { format: 'svg', label: 'SVG' },
  { format: 'png', label: 'PNG' },
] as const;

/** Menu items that save a picture. */
export function PictureItems({
  label,
  disabled = false,
  missing,
  draw,
  fileName,
  graphs,
}: PictureItemsProps) {
  usePanelPart(
    graphs ? { kind: 'graphs', label, graphs } : { kind: 'picture', label, svg: () => draw('svg') },
  );
  const save = async (format: PictureFormat) => {
    try {
      const [svg, { savePicture }] = await Promise.all([draw(format), import('./save-picture')]);
      if (svg !== undefined) return await savePicture(svg, format, fileName(format));
    } catch {
      return showToast({
        title: "The browser couldn't draw the picture",
        message:
          format === 'png' ? 'It may be too large. Save it as SVG, which has no such limit.' : 'Try again.',
      });
    }
    return showToast({ title: 'No picture to save', message: missing });
  };
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {FORMATS.map(({ format, label: name }) => (
        <Menu.Item
          key={format}
          disabled={disabled}
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => void save(format)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
