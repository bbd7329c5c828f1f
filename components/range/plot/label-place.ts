/** The bar of the page and a label fit above a chart that is lower than this. */
const ROOM_PX = 120;
const GAP_PX = 6;
/** Half of the widest label, as in the style sheet. */
const HALF_WIDTH = 'min(280px, 50vw - 4px)';

/** Where a label stands next to a chart, above it if there is room, within the window. */
export function labelPlace(chart: Element) {
  const { left, width, top, bottom } = chart.getBoundingClientRect();
  const side: 'above' | 'below' = top > ROOM_PX ? 'above' : 'below';
  return {
    side,
    left: `clamp(${HALF_WIDTH}, ${Math.round(left + width / 2)}px, calc(100vw - ${HALF_WIDTH}))`,
    top: `${Math.round(side === 'above' ? top - GAP_PX : bottom + GAP_PX)}px`,
  };
}
