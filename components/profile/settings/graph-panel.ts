import type { Ref, RefObject } from 'react';
import type { PageView } from './profile-settings';

export const PANEL_TITLES: Record<PageView, string> = {
  overview: 'Flame graph',
  hotspots: 'Hotspots',
  inspect: 'Inspected function',
  functions: 'Top functions',
  compare: 'Differences',
};

/** Props of the panels that show a group's graph: one profile, or a comparison of two. */
export type GraphPanelProps = {
  group: string;
  /** Measures `width` on the panel's body. */
  bodyRef: Ref<HTMLDivElement>;
  /** Pixels; 0 until it is known. */
  width: number;
  /** Whether the view control of the next panel takes the keyboard focus. */
  viewFocusRef: RefObject<boolean>;
  /** When the graph was last requested to be brought into view, by this panel or the one before. */
  showRequestRef: RefObject<number | undefined>;
};
