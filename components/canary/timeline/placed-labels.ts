import type { Span } from '@/lib/time/range';

/** A band with the texts that it can have, the longest first. */
export type BandLabel = { band: Span; texts: readonly string[] };

/** A text around a place in pixels, with its band. */
export type PlacedLabel = { band: Span; text: string; middle: number };

const LETTER_PX = 6.6;
const MARGIN_PX = 4;

/** The longest text of each band that fits into it. Labels that would overlap earlier ones are left out. */
export function placedLabels(labels: readonly BandLabel[], x: (at: number) => number): PlacedLabel[] {
  const placed: (PlacedLabel & { half: number })[] = [];
  for (const { band, texts } of labels) {
    const [from, to] = [x(band.from), x(band.to)];
    const middle = (from + to) / 2;
    const halfOf = (text: string) => (text.length * LETTER_PX) / 2 + MARGIN_PX;
    const text = texts.find((text) => to - from >= 2 * halfOf(text));
    if (text === undefined) continue;
    const half = halfOf(text);
    if (placed.every((other) => Math.abs(other.middle - middle) >= other.half + half))
      placed.push({ band, text, middle, half });
  }
  return placed;
}
