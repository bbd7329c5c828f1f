/** Larger screenshots are made smaller. */
const MAX_WIDTH_PX = 1280;
const MAX_HEIGHT_PX = 4000;
const QUALITY = 0.85;

/** Loads the pictures of a part of the page, also those that would load once they are scrolled to. */
export async function loadImages(within: Element): Promise<void> {
  const images = [...within.querySelectorAll('img')];
  for (const image of images) image.loading = 'eager';
  // One that can't be shown is told from others by its size.
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
}

/** What a picture shows as the URL of an image in itself, which has nothing but pixels; undefined if it can't be shown. */
export function imageData(image: HTMLImageElement): string | undefined {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0 || naturalHeight === 0) return undefined;
  const scale = Math.min(1, MAX_WIDTH_PX / naturalWidth, MAX_HEIGHT_PX / naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', QUALITY);
}
