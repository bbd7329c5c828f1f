import { describe, expect, it } from 'vitest';
import { FRAME_TONES, type Hue, MATCH_HUE, packageHue } from './frame-colour';

type Rgb = [red: number, green: number, blue: number];

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const a = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    return lightness / 100 - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function hex(text: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
  return [r, g, b];
}

const PACKAGES = Array.from({ length: 500 }, (_, i) => `package${i}.part${i % 7}`);

describe('frame colours', () => {
  it.each(['light', 'dark'] as const)('carry readable text in the %s scheme', (scheme) => {
    const { saturation, lightness, text } = FRAME_TONES[scheme];
    for (const hue of [undefined, MATCH_HUE, ...PACKAGES.map(packageHue)]) {
      const fill = luminance(hsl(hue ?? 0, hue === undefined ? 0 : saturation, lightness));
      const [low = 0, high = 0] = [fill, luminance(hex(text))].sort((a, b) => a - b);
      expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it('are warm, and spread over the packages', () => {
    const used = new Map<Hue, number>();
    for (const hue of PACKAGES.map(packageHue)) used.set(hue, (used.get(hue) ?? 0) + 1);
    for (const hue of used.keys()) expect((hue ?? 0) >= 342 || (hue ?? 0) <= 60).toBe(true);
    expect(used.size).toBe(14);
    expect(Math.max(...used.values())).toBeLessThan(80);
  });
});
