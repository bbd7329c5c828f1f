import type { Colours } from '@/lib/profile/graph/frame-groups';
import type { StripPeriod } from '@/lib/profile/range/strip';
import type { Data } from '@/lib/profile/tree/states';
import { VIEWS } from '@/lib/profile/view/choice';
import type { CompareSettings } from '../compare/baseline';

/** What the page shows: a graph, the functions alone, or two profiles beside each other. */
export const PAGE_VIEWS = [...VIEWS, 'functions', 'compare'] as const;
export type PageView = (typeof PAGE_VIEWS)[number];

/** How the functions are sorted. */
export const ORDERS = ['total', 'self', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** How frames with the same parent are sorted. */
export const SIBLINGS = ['name', 'weight'] as const;

/** What a viewer chose of a profile; the URL holds it. */
export type ProfileSettings = CompareSettings & {
  view: PageView;
  /** Null is the default: CPU where there is any, else all. */
  data: Data | null;
  /** Frames from the root, 1–10000; null is all. */
  maxDepth: number | null;
  /** The newest aggregated profile of this period instead of the page's range. */
  latest: StripPeriod | null;
  /** Of what length the profiles of the strip are; null is the shortest that fits the range. */
  strip: StripPeriod | null;
  /** Key of the frame that fills the width; '' is the whole profile. In hotspots it is a function path. */
  focus: string;
  /** Key of the function of 'inspect'; '' is none. */
  inspected: string;
  search: string;
  /** Keys of the functions that are hidden. */
  hidden: readonly string[];
  /** Keys of the functions that have what they call as their own. */
  collapsed: readonly string[];
  recursion: 'folded' | null;
  root: 'top' | 'bottom';
  siblings: (typeof SIBLINGS)[number];
  colours: Colours;
  /** Prefixes of the names of the viewer's own code. */
  mine: readonly string[];
  order: Order;
};

/** Resolves when the URL has the change. */
export type ChangeSettings = (
  change: Partial<ProfileSettings>,
  history?: 'push' | 'replace',
) => Promise<unknown>;
