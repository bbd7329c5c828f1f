/** Degrees of HSL hue; undefined for frames without a package, which are grey. */
export type Hue = number | undefined;

type Tone = { saturation: number; lightness: number; text: string };

/** Percent of HSL; the text of a frame stands on them with a contrast of more than 4.5. */
export const FRAME_TONES: Record<'light' | 'dark', Tone> = {
  light: { saturation: 54, lightness: 79, text: '#1f1712' },
  dark: { saturation: 30, lightness: 31, text: '#f6efe9' },
};

/** Of frames that a search found: cool, as no package is. */
export const MATCH_HUE: Hue = 230;

/** Of frames that a search passed over: fainter than any other, so more readable still. */
export const UNMATCHED_FILL = 'light-dark(hsl(220 10% 91%), hsl(220 8% 23%))';

/** Warm hues from rose over orange to sand, in degrees. */
const WARM_FROM = -18;
const WARM_STEPS = 14;
const STEP = 5;

/** The same warm hue for the same package everywhere. */
export function packageHue(name: string): Hue {
  if (name === '') return undefined;
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  // The low bits of this hash hardly mix.
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
  return (WARM_FROM + (mixed % WARM_STEPS) * STEP + 360) % 360;
}

/** The fill of a frame as CSS, for both colour schemes. */
export function frameFill(hue: Hue): string {
  return `light-dark(${tone(hue, FRAME_TONES.light)}, ${tone(hue, FRAME_TONES.dark)})`;
}

const tone = (hue: Hue, { saturation, lightness }: Tone) =>
  `hsl(${hue ?? 0} ${hue === undefined ? 0 : saturation}% ${lightness}%)`;
