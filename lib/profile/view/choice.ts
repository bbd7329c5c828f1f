import type { PathKey } from '../tree/path-key';
import type { Data } from '../tree/states';

/** How a call tree is looked at: from its roots, from the functions that ran, or one function in the middle. */
export const VIEWS = ['overview', 'hotspots', 'inspect'] as const;
export type View = (typeof VIEWS)[number];

/** Functions that can be hidden at once, and collapsed. */
export const MAX_HIDDEN = 50;

/** What of a profile a viewer looks at. Functions are named by their keys, as of `functionKey`. */
export type FrameChoice = {
  /** Without one it is `defaultChoice`. */
  data?: Data;
  focus?: PathKey;
  /** Plain text or an expression as `/…/`, at most LONGEST_SEARCH characters. */
  search?: string;
  /** Functions whose frames are left out: what they called stands below who called them. */
  hidden?: readonly PathKey[];
  /** Functions that all they call is counted as the self of. One that is hidden as well goes with all that it calls. [?] */
  collapsed?: readonly PathKey[];
  /** Directly recursive calls stand as one frame. */
  recursion?: 'folded';
};

/** The same on a screen. */
export type ViewChoice = FrameChoice & {
  /** Pixels; frames narrower than half of one are not sent. */
  width: number;
  view?: View;
  /** The function of 'inspect'. */
  inspected?: PathKey;
};

/** Baseline and comparison are measured in shares of their wholes, or in samples. */
export const COMPARE_UNITS = ['share', 'samples'] as const;
export type CompareUnit = (typeof COMPARE_UNITS)[number];

/** How two profiles are compared: in which unit, and whether functions are listed whose change chance alone could have made. */
export type CompareChoice = { unit: CompareUnit; chance?: 'listed' };
