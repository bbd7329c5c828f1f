import classes from './chart.module.css';

/** Diagonal lines for what is only partly in the range. */
export const HatchPattern = ({ id }: { id: string }) => (
  <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line className={classes.hatch} x1={1} x2={1} y2={6} shapeRendering="auto" />
  </pattern>
);
