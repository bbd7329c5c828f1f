import classes from './chart.module.css';

type HatchPatternProps = { id: string; on: 'bars' | 'panel' };

/** Diagonal lines for what is only partly in the range, over bars or on the panel itself. */
export const HatchPattern = ({ id, on }: HatchPatternProps) => (
  <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line className={classes.hatch} data-on={on} x1={1} x2={1} y2={6} shapeRendering="auto" />
  </pattern>
);
