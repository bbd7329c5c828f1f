/** Browsers leave larger canvases blank. These are the limits of iPhones, the lowest of all. */
const MAX_SIDE_PX = 16_384;
const MAX_AREA_PX = 4096 * 4096;

/** PNG pixels per pixel of the picture: 2, or less when the canvas would be too large. */
export const pngScale = (width: number, height: number): number =>
  Math.min(2, MAX_SIDE_PX / width, MAX_SIDE_PX / height, Math.sqrt(MAX_AREA_PX / (width * height)));
