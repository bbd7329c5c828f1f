import { describe, expect, it } from 'vitest';
import { ciede2000, lab } from '../testing/ciede2000';
import { seenBy, VISIONS } from '../testing/colour-vision';
import { contrast, hex } from '../testing/contrast';
import { fillProperty, hexFill } from './fill';
import {
  FRAME_TEXT,
  MATCH_TONES,
  MINE_FILL,
  MINE_TONES,
  OTHER_FILL,
  OTHER_TONES,
  packageFill,
  SLOT_TONES,
  slotFill,
  UNMATCHED_TONES,
  UNPACKAGED_FILL,
} from './frame-colour';
import { SLOT_COUNT } from './package-slots';

/** Smallest ΔE₀₀ of two colours that mean different things in one picture. */
const MIN_DIFFERENCE = 12;

const SCHEMES = ['light', 'dark'] as const;
const CASES = SCHEMES.flatMap((scheme) =>
  Object.entries(VISIONS).map(([name, vision]) => ({ scheme, name, vision })),
);

function smallestDifference(colours: readonly string[], vision: (typeof VISIONS)[string]): number {
  const seen = colours.map((colour) => lab(seenBy(vision, hex(colour))));
  return Math.min(...seen.flatMap((a, i) => seen.slice(i + 1).map((b) => ciede2000(a, b))));
}

describe.each(CASES)('in the $scheme scheme with $name vision', ({ scheme, vision }) => {
  it('the colours of packages and states are apart, and from the grey of others', () => {
    const colours = [...SLOT_TONES, OTHER_TONES].map((tones) => tones[scheme]);
    expect(colours).toHaveLength(SLOT_COUNT + 1);
    expect(smallestDifference(colours, vision)).toBeGreaterThanOrEqual(MIN_DIFFERENCE);
  });

  it('own code is apart from other code, and a match from frames that don’t match', () => {
    for (const pair of [
      [MINE_TONES, OTHER_TONES],
      [MATCH_TONES, UNMATCHED_TONES],
    ]) {
      const colours = pair.map((tones) => tones[scheme]);
      expect(smallestDifference(colours, vision)).toBeGreaterThanOrEqual(MIN_DIFFERENCE);
    }
  });
});

/** The background of panels in the dark scheme. */
const DARK_PANEL = '#15181f';

it.each(Object.entries(VISIONS))('dark colours are apart from the panel with %s vision', (_, vision) => {
  for (const { dark } of [...SLOT_TONES, OTHER_TONES]) {
    expect(smallestDifference([dark, DARK_PANEL], vision)).toBeGreaterThanOrEqual(MIN_DIFFERENCE);
  }
});

describe('frame colours', () => {
  it.each(SCHEMES)('carry readable text in the %s scheme', (scheme) => {
    for (const tones of [...SLOT_TONES, OTHER_TONES, MINE_TONES, MATCH_TONES, UNMATCHED_TONES]) {
      expect(contrast(hex(tones[scheme]), hex(FRAME_TEXT[scheme]))).toBeGreaterThan(4.5);
    }
  });

  it('are those of a package’s slot, and grey for all other packages', () => {
    const slots = ['', 'java.net', 'java.io'];
    expect(packageFill('java.io', slots)).toBe(slotFill(2));
    expect(packageFill('java.util', slots)).toBe(OTHER_FILL);
    expect(packageFill('', slots)).toBe(UNPACKAGED_FILL);
  });

  it('have properties of their own, so that one can be lit alone', () => {
    const fills = [...SLOT_TONES.map((_, slot) => slotFill(slot)), OTHER_FILL, UNPACKAGED_FILL, MINE_FILL];
    expect(new Set(fills.map(fillProperty)).size).toBe(fills.length);
    expect(hexFill(UNPACKAGED_FILL, 'dark')).toBe(hexFill(OTHER_FILL, 'dark'));
  });
});
