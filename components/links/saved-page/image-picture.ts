/** Larger screenshots are made smaller. */
const MAX_WIDTH_PX = 1280;
const MAX_HEIGHT_PX = 4000;
const QUALITY = 0.85;
/** A picture that has not arrived by then is left out. */
const MAX_WAIT_MS = 10_000;

/** Loads the pictures of a part of the page, also those that would load once they are scrolled to. */
export async function loadImages(within: Element): Promise<void> {
  const images = [...within.querySelectorAll('img')];
  for (const image of images) image.loading = 'eager';
  const late = new Promise((resolve) => setTimeout(resolve, MAX_WAIT_MS));
  // One that can't be shown has no size.
  await Promise.race([late, Promise.all(images.map((image) => image.decode().catch(() => undefined)))]);
}

/** What a picture shows as the URL of an image in itself, which has nothing but pixels; undefined if it can't be shown. */
export function imageData(image: HTMLImageElement): string | undefined {
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth === 0 || naturalHeight === 0) return undefined;
  const scale = Math.min(1, MAX_WIDTH_PX / naturalWidth, MAX_HEIGHT_PX / naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // JPEG, which every browser writes, has no transparent pixels.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
}
