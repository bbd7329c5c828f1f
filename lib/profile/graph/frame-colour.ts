/** Degrees of HSL hue; undefined for frames without a package, which are grey. */
export type Hue = number | undefined;

type Tone = { saturation: number; lightness: number; text: string };

/** HSL percentages. Frame text has a contrast above 4.5 on every hue. */
export const FRAME_TONES: Record<'light' | 'dark', Tone> = {
  light: { saturation: 54, lightness: 79, text: '#1f1712' },
  dark: { saturation: 30, lightness: 31, text: '#f6efe9' },
};

/** Matches of a search: cool, unlike any package. */
export const MATCH_HUE: Hue = 230;

/** Frames that a search didn't match, fainter than any other. */
export const UNMATCHED_FILL = 'light-dark(hsl(220 10% 91%), hsl(220 8% 23%))';

/** Warm hues from rose over orange to sand, in degrees. */
const FIRST_HUE = -18;
const HUE_COUNT = 14;
const HUE_STEP = 5;

/** Warm hue that is the same for a package everywhere. */
export function packageHue(name: string): Hue {
  if (name === '') return undefined;
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  // The low bits of this hash are poorly mixed.
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
  return (FIRST_HUE + (mixed % HUE_COUNT) * HUE_STEP + 360) % 360;
}

/** CSS fill of a frame in both colour schemes. */
export function frameFill(hue: Hue): string {
  return `light-dark(${tone(hue, FRAME_TONES.light)}, ${tone(hue, FRAME_TONES.dark)})`;
}

const tone = (hue: Hue, { saturation, lightness }: Tone) =>
  `hsl(${hue ?? 0} ${hue === undefined ? 0 : saturation}% ${lightness}%)`;
