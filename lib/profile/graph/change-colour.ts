import { type ColourScheme, cssFill, type Tones } from './fill';

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

/**
 * Blue for less, grey for the same, orange for more: distinguishable with any colour blindness. Frame text has a contrast above
 * 4.5 on each.
 */
export const CHANGE_TONES: Record<ColourScheme, Record<ChangeStep, string>> = {
  light: {
    [-3]: '#619fef',
    [-2]: '#92bdf2',
    [-1]: '#c4daf3',
    0: '#d9d7d3',
    1: '#f9d8a9',
    2: '#f7b269',
    3: '#f28a36',
  },
  dark: {
    [-3]: '#286bc3',
    [-2]: '#2d588f',
    [-1]: '#2e4666',
    0: '#42413d',
    1: '#5d3e22',
    2: '#7d481c',
    3: '#9e4d10',
  },
};

/** A grey apart from that of frames that stayed the same. */
export const CHANCE_TONES: Tones = { light: '#e9eaec', dark: '#2c2d30' };

/** CSS fill of a frame in both colour schemes. */
export const changeFill = (step: ChangeStep) =>
  cssFill(step < 0 ? `less${-step}` : `more${step}`, {
    light: CHANGE_TONES.light[step],
    dark: CHANGE_TONES.dark[step],
  });

/** CSS fill of a frame whose change may be chance. */
export const CHANCE_FILL = cssFill('chance', CHANCE_TONES);
