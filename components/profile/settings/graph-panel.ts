import type { RefObject } from 'react';
import type { ElementWidth } from '../graph/element-width';
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
  /** Measured on the panel's body. */
  width: ElementWidth;
  /** Whether the view control of the next panel takes the keyboard focus. */
  viewFocusRef: RefObject<boolean>;
  /** When the graph was last requested to be brought into view, by this panel or the one before. */
  showRequestRef: RefObject<number | undefined>;
};
