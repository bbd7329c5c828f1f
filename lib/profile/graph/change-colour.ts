/** How much a frame changed: from three steps less over the same to three steps more. */
export const CHANGES = [-3, -2, -1, 0, 1, 2, 3] as const;
type ChangeStep = (typeof CHANGES)[number];

/** From which part of the larger side on a change is of a step. [?] */
const STEPS = [0.05, 0.2, 0.5] as const;

/** In words, for a legend. */
export const CHANGE_LABELS: Record<ChangeStep, string> = {
  [-3]: 'half or less, or gone',
  [-2]: '20–50 % less',
  [-1]: '5–20 % less',
  0: 'the same ± 5 %',
  1: '5–25 % more',
  2: '25–100 % more',
  3: 'twice or more, or new',
};

/** The step of a change: the difference of two sides in parts of the larger one, so that swapped sides mirror. */
export function changeStep(baseline: number, comparison: number): ChangeStep {
  const larger = Math.max(baseline, comparison);
  if (!(larger > 0)) return 0;
  const part = Math.abs(comparison - baseline) / larger;
  const step = STEPS.filter((least) => part >= least).length;
  return (comparison < baseline ? -step || 0 : step) as ChangeStep;
}

type Tone = [hue: number, saturation: number, lightness: number];

/**
 * Blue for less, orange for more, which no kind of colour blindness confuses, over grey; the text of a frame stands on
 * each with a contrast of more than 4.5.
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

/** The fill of a frame as CSS, for both colour schemes. */
export const changeFill = (step: ChangeStep) =>
  `light-dark(${css(CHANGE_TONES.light[step])}, ${css(CHANGE_TONES.dark[step])})`;

const css = ([hue, saturation, lightness]: Tone) => `hsl(${hue} ${saturation}% ${lightness}%)`;
