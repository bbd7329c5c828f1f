import { describe, expect, it } from 'vitest';
import { seenBy, VISIONS } from '../testing/colour-vision';
import { contrast, hex, type Rgb } from '../testing/contrast';
import { CHANCE_TONES, CHANGE_TONES, CHANGES, changeStep } from './change-colour';
import { FRAME_TEXT } from './frame-colour';

describe('changeStep', () => {
  it.each([
    [100, 100, 0],
    [100, 104, 0],
    [100, 96, 0],
    [100, 110, 1],
    [100, 90, -1],
    [100, 130, 2],
    [100, 70, -2],
    [100, 200, 3],
    [100, 50, -3],
    [0, 1, 3],
    [1, 0, -3],
    [0, 0, 0],
  ])('from %d to %d is %d', (baseline, comparison, step) => {
    expect(changeStep(baseline, comparison)).toBe(step);
    expect(changeStep(comparison, baseline)).toBe(step === 0 ? 0 : -step);
  });
});

/** Linear RGB to Oklab: https://bottosson.github.io/posts/oklab/ */
function oklab([r, g, b]: Rgb): Rgb {
  const root = (sum: number) => Math.cbrt(Math.max(0, sum));
  const l = root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const seen = (rgb: Rgb, vision: [Rgb, Rgb, Rgb]) => oklab(seenBy(vision, rgb));

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));

/** Two adjacent colours at least this far apart in Oklab are distinguishable. */
const MIN_DISTANCE = 0.03;

describe.each(['light', 'dark'] as const)('change colours in the %s scheme', (scheme) => {
  const tones = [...CHANGES.map((step) => CHANGE_TONES[scheme][step]), CHANCE_TONES[scheme]];
  const colours = tones.map((tone) => hex(tone));

  it('carry readable text', () => {
    for (const colour of colours) {
      expect(contrast(colour, hex(FRAME_TEXT[scheme]))).toBeGreaterThan(4.5);
    }
  });

  it.each(Object.entries(VISIONS))('are distinguishable with %s vision', (_, vision) => {
    const all = colours.map((colour) => seen(colour, vision));
    const distances = all.flatMap((a, i) => all.slice(i + 1).map((b) => distance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(MIN_DISTANCE);
  });
});
