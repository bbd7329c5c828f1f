import type { ReactNode, RefObject } from 'react';
import type { Block } from '@/lib/profile/graph/drawn-frame';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import type { SearchField } from '../request/search-field';
import type { RowSteps } from './graph-rows';
import type { Picture, Point } from './picture';
import type { StepToMatch } from './pointer/use-current-frame';

/** A block of a graph: its functions and samples, and the node of the frame around it. */
export type ListedBlock = { block: Block; samples: number; around: number };

export type FlameGraphProps = {
  picture: Picture;
  /** Pixels. */
  width: number;
  /** Maximum height of the scroll area, pixels. */
  viewHeight: number;
  /** The scroll area is half as high, for two graphs above each other. */
  isHalf?: boolean;
  rootOnTop: boolean;
  /** Fill of a node as CSS. */
  fillOf(node: number): string;
  /** The search field, whose matches are drawn before those of the picture. */
  field?: SearchField;
  /** Matches of a search keep their fill. */
  keepsFill?: boolean;
  /** Node → 1 where a frame is outlined, instead of the matches of a search. */
  outlined?: Uint8Array | undefined;
  /** Zooms into a node. */
  onFocus(node: number): void;
  /** Tooltip of the frame under the pointer or at the keyboard. */
  tooltipOf(node: number): ReactNode;
  /** A sentence about a frame for screen readers; by default its share and samples. */
  describe?(node: number): string;
  /** The menu of a frame, open at a point of the window. */
  menuOf?(node: number, at: Point, onClose: () => void): ReactNode;
  /** The functions of a block, as a list at a point of the window. */
  blockOf?(block: ListedBlock, at: Point, onClose: () => void): ReactNode;
  /** Handles a key pressed on a frame; true when it did something. */
  onKey?(key: string, node: number): boolean;
  /** The pointer rests on a frame or its button goes down: the node that a click would zoom into. */
  onPrefetch?(node: number): void;
  /** Receives the function that steps through the matches. */
  stepRef?: RefObject<StepToMatch | undefined>;
  /** Receives the drawn frames that the search matches; undefined without a search. */
  onMatches?(drawn: DrawnMatches | undefined): void;
  /** Leaves room for the minimap of the higher one of two graphs, so that both have the same width. */
  roomRows?: RowSteps;
  /** Hides the row of the focused frame, which another graph shows. */
  withoutRoot?: boolean;
  label?: string;
};
