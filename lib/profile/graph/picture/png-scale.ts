/** Browsers draw nothing on a canvas that is higher, wider or larger: of these iPhones have the smallest. [?] */
const MOST_PX = 16_384;
const MOST_AREA = 4096 * 4096;

/** Pixels of a PNG for one of the picture: two, or as many as a canvas can have. */
export const pngScale = (width: number, height: number): number =>
  Math.min(2, MOST_PX / width, MOST_PX / height, Math.sqrt(MOST_AREA / (width * height)));
