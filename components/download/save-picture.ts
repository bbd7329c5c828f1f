import { pngScale } from '@/lib/download/png-scale';
import { saveFile } from './save-file';

export type PictureFormat = 'svg' | 'png';

/** Saves a picture as SVG, or as PNG at twice the size. Rejects when the browser can't draw it. */
export async function savePicture(svg: string, format: PictureFormat, fileName: string): Promise<void> {
  const file = new Blob([svg], { type: 'image/svg+xml' });
  saveFile(format === 'svg' ? file : await pngOf(file), fileName);
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
