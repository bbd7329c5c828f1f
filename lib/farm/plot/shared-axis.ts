import { type AmountAxis, amountAxis } from '../amount-axis';
import type { Series } from '../series';

/** The axis on which every category fits alone. */
export const sharedAxis = ({ categories, measure }: Series): AmountAxis =>
  amountAxis(
    categories.flatMap(({ amounts }) => amounts),
    measure,
  );
