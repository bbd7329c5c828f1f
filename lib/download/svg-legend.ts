import { fitText, textColumns } from './fit-text';
import { type Ink, LINE_PX, MARGIN_PX, oneLine, TEXT_PX } from './svg-style';
import { xmlText } from './xml-text';

/** An item without a fill, a colour that needs no style sheet, has no swatch. */
export type LegendItem = { fill?: string; label: string };

const SWATCH_PX = 16;
const ITEM_GAP_PX = 18;

/** Draws the items in as many lines as they need; `end` is the bottom of the last. */
export function svgLegend(
  items: readonly LegendItem[],
  { y, px, ink }: { y: number; px: number; ink: Ink },
): { parts: string[]; end: number } {
  const parts: string[] = [];
  let [left, top] = [0, y];
  for (const { fill, label } of items) {
    const text = fitText(oneLine(label), px / TEXT_PX - 4);
    const swatchPx = fill === undefined ? 0 : SWATCH_PX;
    const width = swatchPx + textColumns(text) * TEXT_PX;
    if (left > 0 && left + width > px) [left, top] = [0, top + LINE_PX];
    const x = MARGIN_PX + left;
    if (fill !== undefined) {
      parts.push(`<rect x="${x}" y="${top + 3}" width="10" height="10" rx="2" fill="${xmlText(fill)}"/>`);
    }
    parts.push(
      `<text x="${(x + swatchPx).toFixed(1)}" y="${top + 12}" fill="${ink.text}">${xmlText(text)}</text>`,
    );
    left += width + ITEM_GAP_PX;
  }
  return { parts, end: items.length === 0 ? y : top + LINE_PX };
}
