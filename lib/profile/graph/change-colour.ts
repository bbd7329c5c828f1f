/** Steps of change of a frame: from far fewer samples (-3) over about the same (0) to far more (3). */
export const CHANGES = [-3, -2, -1, 0, 1, 2, 3] as const;
type ChangeStep = (typeof CHANGES)[number];

/** Smallest change of each step, as a fraction of the larger side. */
const THRESHOLDS = [0.05, 0.2, 0.5] as const;

export const CHANGE_LABELS: Record<ChangeStep, string> = {
  [-3]: 'half or less, or gone',
  [-2]: '20–50 % less',
  [-1]: '5–20 % less',
  0: 'the same ± 5 %',
  1: '5–25 % more',
  2: '25–100 % more',
  3: 'twice or more, or new',
};

/** Step of a change. Measured against the larger side, so that swapping the sides only flips the sign. */
export function changeStep(baseline: number, comparison: number): ChangeStep {
  const larger = Math.max(baseline, comparison);
  if (!(larger > 0)) return 0;
  const fraction = Math.abs(comparison - baseline) / larger;
  const step = THRESHOLDS.filter((threshold) => fraction >= threshold).length;
  return (comparison < baseline ? -step || 0 : step) as ChangeStep;
}

type Tone = [hue: number, saturation: number, lightness: number];

/**
 * Blue for less, grey for the same, orange for more: distinguishable with any colour blindness. Frame text has a contrast above
 * 4.5 on each.
 */
export const CHANGE_TONES: Record<'light' | 'dark', Record<ChangeStep, Tone>> = {
  light: {
    [-3]: [214, 82, 66],
    [-2]: [213, 78, 76],
    [-1]: [212, 66, 86],
    0: [40, 8, 84],
    1: [35, 88, 82],
    2: [31, 90, 69],
    3: [27, 88, 58],
  },
  dark: {
    [-3]: [214, 66, 46],
    [-2]: [214, 52, 37],
    [-1]: [214, 38, 29],
    0: [40, 4, 25],
    1: [28, 46, 25],
    2: [27, 64, 30],
    3: [26, 82, 34],
  },
};

function css(light: Tone, dark: Tone): string {
  return `light-dark(${hsl(light)}, ${hsl(dark)})`;
}

function hsl([hue, saturation, lightness]: Tone): string {
  return `hsl(${hue} ${saturation}% ${lightness}%)`;
}

/** A grey apart from that of frames that stayed the same. */
export const CHANCE_TONES: Record<'light' | 'dark', Tone> = { light: [220, 6, 92], dark: [220, 5, 18] };

/** CSS fill of a frame in both colour schemes. */
export const changeFill = (step: ChangeStep) => css(CHANGE_TONES.light[step], CHANGE_TONES.dark[step]);

/** CSS fill of a frame whose change may be chance. */
export const CHANCE_FILL = css(CHANCE_TONES.light, CHANCE_TONES.dark);
