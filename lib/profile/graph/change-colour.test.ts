import { describe, expect, it } from 'vitest';
import { contrast, hex, hsl, linear, type Rgb } from '../testing/contrast';
import { CHANCE_TONES, CHANGE_TONES, CHANGES, changeStep } from './change-colour';
import { FRAME_TONES } from './frame-colour';

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

/** Machado, Oliveira and Fernandes 2009: linear RGB as people with each kind of vision see it. */
const VISIONS: Record<string, [Rgb, Rgb, Rgb]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

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

const seen = (rgb: Rgb, vision: [Rgb, Rgb, Rgb]) =>
  oklab(vision.map((row) => row.reduce((sum, part, i) => sum + part * (linear(rgb)[i] ?? 0), 0)) as Rgb);

const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));

/** Two adjacent colours at least this far apart in Oklab are distinguishable. */
const MIN_DISTANCE = 0.03;

describe.each(['light', 'dark'] as const)('change colours in the %s scheme', (scheme) => {
  const tones = [...CHANGES.map((step) => CHANGE_TONES[scheme][step]), CHANCE_TONES[scheme]];
  const colours = tones.map((tone) => hsl(...tone));

  it('carry readable text', () => {
    for (const colour of colours) {
      expect(contrast(colour, hex(FRAME_TONES[scheme].text))).toBeGreaterThan(4.5);
    }
  });

  it.each(Object.entries(VISIONS))('are distinguishable with %s vision', (_, vision) => {
    const all = colours.map((colour) => seen(colour, vision));
    const distances = all.flatMap((a, i) => all.slice(i + 1).map((b) => distance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(MIN_DISTANCE);
  });
});
