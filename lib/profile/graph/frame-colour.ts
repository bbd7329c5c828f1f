import { cssFill, type Tones } from './fill';
import { type PackageSlots, SLOT_COUNT } from './package-slots';

/** Frame text has a contrast above 4.5 on every fill. */
export const FRAME_TEXT: Tones = { light: '#1f1712', dark: '#ffffff' };

/** Any two of these are apart for every kind of colour vision, and so is each from the grey of others. */
export const SLOT_TONES: readonly Tones[] = [
  { light: '#7d809a', dark: '#332b3e' },
  { light: '#858452', dark: '#5c1703' },
  { light: '#77dffe', dark: '#138380' },
  { light: '#d29a48', dark: '#764b07' },
  { light: '#f1cd8f', dark: '#937030' },
  { light: '#dfedd2', dark: '#717961' },
  { light: '#9d797c', dark: '#432828' },
  { light: '#b3a285', dark: '#5c523d' },
  { light: '#9ea7be', dark: '#524baa' },
  { light: '#c6f0f0', dark: '#05296e' },
];

/** Packages without a colour of their own, code that isn't the viewer's, idle and unknown thread states. */
export const OTHER_TONES: Tones = { light: '#bdbbb7', dark: '#4d5053' };

/** The viewer's own code, in the accent's family. */
export const MINE_TONES: Tones = { light: '#7d8cf4', dark: '#726ac8' };

export const MATCH_TONES: Tones = { light: '#50a4fd', dark: '#6273a3' };

/** Frames that a search didn't match, fainter than any other. */
export const UNMATCHED_TONES: Tones = { light: '#e7e8ea', dark: '#2b2e35' };

/** Value of a fill's property that fades its frames. */
export const FADED = `light-dark(${UNMATCHED_TONES.light}, ${UNMATCHED_TONES.dark})`;

const SLOT_FILLS = SLOT_TONES.map((tones, slot) => cssFill(`slot${slot}`, tones));

export const OTHER_FILL = cssFill('other', OTHER_TONES);
export const MINE_FILL = cssFill('mine', MINE_TONES);
export const MATCH_FILL = cssFill('match', MATCH_TONES);
export const UNMATCHED_FILL = cssFill('unmatched', UNMATCHED_TONES);

/** The root, which stands for all samples. */
export const ROOT_FILL = cssFill('root', OTHER_TONES);

/** Functions without a package: the colour of others, with a property of its own so that it can be lit alone. */
export const UNPACKAGED_FILL = cssFill('unpackaged', OTHER_TONES);

/** CSS fill of the ten colours. */
export const slotFill = (slot: number): string => SLOT_FILLS[slot % SLOT_COUNT] ?? OTHER_FILL;

/** CSS fill of a package's frames. */
export function packageFill(name: string, slots: PackageSlots): string {
  if (name === '') return UNPACKAGED_FILL;
  const slot = slots.indexOf(name);
  return slot < 0 ? OTHER_FILL : slotFill(slot);
}
