/** Names and times have up to two lines in it. */
const ROW_PX = 33;
/** Below the names are the time and the figures. */
const NARROW_ROW_PX = 65;

/** Narrower tables have no room for all columns beside each other; pixels, by the number of keys. */
const MIN_WIDE_PX = [0, 560, 700];

/** Rows that are visible at once, before the table scrolls. */
const MAX_VISIBLE_ROWS = 15;
const HEAD_PX = 44;

/** Height of the table at which it scrolls, pixels. */
export const MAX_HEIGHT_PX = MAX_VISIBLE_ROWS * ROW_PX + HEAD_PX;

/** The layout of a table of rows by its width, and the height of each row with its border, pixels. */
export function rowPxOf(widthPx: number, keyCount: number): { isNarrow: boolean; rowPx: number } {
  const isNarrow = widthPx < (MIN_WIDE_PX[keyCount] ?? 0);
  return { isNarrow, rowPx: isNarrow ? NARROW_ROW_PX : ROW_PX };
}

/** The height that a table of all rows has, so that the page keeps its height while a search leaves some out. */
export const minHeightPx = (rowCount: number, rowPx: number): number =>
  Math.min(rowCount * rowPx + HEAD_PX, MAX_HEIGHT_PX);
