import type { MonthSoFar } from './month-so-far';

type Named = Pick<MonthSoFar, 'name'>;

/** Names the chart of a month's days. */
export const dayBarsCaption = ({ name }: Named): string => `Cost of each day of ${name}`;

/** Names the chart of a month's cost from its start. */
export const monthCurveCaption = ({ name }: Named): string => `Cost of ${name} as it grows`;
