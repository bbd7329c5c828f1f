import { cssFill, type Tones } from './fill';
import type { PackageSlots } from './package-slots';

/** Frame text has a contrast above 4.5 on every fill. */
export const FRAME_TEXT: Tones = { light: '#1f1712', dark: '#ffffff' };

/** Any two of these are apart for every kind of colour vision, and so is each from the grey of others and, in dark, from the panel. */
export const SLOT_TONES: readonly Tones[] = [
  { light: '#bc755e', dark: '#602003' },
  { light: '#d7a460', dark: '#956f43' },
  { light: '#f9dfa5', dark: '#7c4d03' },
  { light: '#a1b096', dark: '#6a786a' },
  { light: '#cee8fc', dark: '#203552' },
  { light: '#8ec5ff', dark: '#3a75b4' },
  { light: '#7396d9', dark: '#145193' },
  { light: '#c3a7be', dark: '#826e85' },
  { light: '#997e80', dark: '#3c322b' },
  { light: '#86829d', dark: '#63553f' },
];

/** Packages without a colour of their own, code that isn't the viewer's, idle and unknown thread states. */
export const OTHER_TONES: Tones = { light: '#d6d4d0', dark: '#4d5053' };

/** The viewer's own code, in the accent's family. */
export const MINE_TONES: Tones = { light: '#7d8cf4', dark: '#726ac8' };

export const MATCH_TONES: Tones = { light: '#50a4fd', dark: '#6273a3' };

/** Frames that a search didn't match, fainter than any other. */
export const UNMATCHED_TONES: Tones = { light: '#edeef0', dark: '#2b2e35' };

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

/** Folded frames of more than one package. */
export const MIXED_FILL = cssFill('mixed', OTHER_TONES);

/** CSS fill of one of the ten colours. */
export const slotFill = (slot: number): string => SLOT_FILLS[slot] ?? OTHER_FILL;

/** CSS fill of a package's frames. */
export function packageFill(name: string, slots: PackageSlots): string {
  if (name === '') return UNPACKAGED_FILL;
  const slot = slots.indexOf(name);
  return slot < 0 ? OTHER_FILL : slotFill(slot);
}
