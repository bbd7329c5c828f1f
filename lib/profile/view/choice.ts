import type { PathKey } from '../tree/path-key';
import type { StateChoice } from '../tree/states';

/** Views of a call tree: top-down, bottom-up from the functions that ran, or callers and callees of one function. */
export const VIEWS = ['overview', 'hotspots', 'inspect'] as const;
export type View = (typeof VIEWS)[number];

/** Maximum number of hidden functions, and of collapsed ones. */
export const MAX_HIDDEN = 50;

/** The part of a profile to show. Functions are identified by `functionKey`. */
export type FrameChoice = {
  /** Defaults to `defaultPreset`. */
  data?: StateChoice;
  focus?: PathKey;
  /** Plain text or an expression as `/…/`, at most MAX_SEARCH_LENGTH characters. */
  search?: string;
  /** Functions whose frames are left out; their callees move up to their callers. */
  hidden?: readonly PathKey[];
  /** Functions drawn without callees, whose samples count as self. A function that is also hidden disappears with its callees. */
  collapsed?: readonly PathKey[];
  /** Merges directly recursive calls into one frame. */
  recursion?: 'folded';
};

/** The part of a profile to show, and the screen to show it on. */
export type ViewChoice = FrameChoice & {
  /** Pixels; frames narrower than a pixel are not sent. */
  width: number;
  view?: View;
  /** The function of 'inspect'. */
  inspected?: PathKey;
  /** The tree of 'inspect' that `focus` is a function path in; the callees by default. */
  side?: 'callers';
  /** Draws chains of frames with one callee each as one frame, in the overview and in comparisons. */
  chains?: 'folded';
  /** Prefixes of the names of the viewer's own code, to sum up its self samples; it is never folded. */
  mine?: readonly string[];
};

/** Units of a comparison: shares of each profile, or samples. */
export const COMPARE_UNITS = ['share', 'samples'] as const;
export type CompareUnit = (typeof COMPARE_UNITS)[number];

/** Unit of a comparison, and whether to list functions whose change is within the sampling error. */
export type CompareChoice = { unit: CompareUnit; chance?: 'listed' };
