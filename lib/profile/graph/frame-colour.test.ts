import { describe, expect, it } from 'vitest';
import { contrast, hex, hsl } from '../testing/contrast';
import { FRAME_TONES, type Hue, MATCH_HUE, packageHue } from './frame-colour';

const PACKAGES = Array.from({ length: 500 }, (_, i) => `package${i}.part${i % 7}`);

describe('frame colours', () => {
  it.each(['light', 'dark'] as const)('carry readable text in the %s scheme', (scheme) => {
    const { saturation, lightness, text } = FRAME_TONES[scheme];
    for (const hue of [undefined, MATCH_HUE, ...PACKAGES.map(packageHue)]) {
      const fill = hsl(hue ?? 0, hue === undefined ? 0 : saturation, lightness);
      expect(contrast(fill, hex(text))).toBeGreaterThan(4.5);
    }
  });

  it('are warm and spread evenly over packages', () => {
    const used = new Map<Hue, number>();
    for (const hue of PACKAGES.map(packageHue)) used.set(hue, (used.get(hue) ?? 0) + 1);
    for (const hue of used.keys()) expect((hue ?? 0) >= 342 || (hue ?? 0) <= 60).toBe(true);
    expect(used.size).toBe(14);
    expect(Math.max(...used.values())).toBeLessThan(80);
  });
});
