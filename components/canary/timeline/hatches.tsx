import classes from './timeline-picture.module.css';

/** Lines for gaps, dots for the part that isn't loaded: distinguishable without colour. */
export function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-gap`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={1.5} height={6} className={classes.hatch} />
      </pattern>
      <pattern id={`${id}-unloaded`} width={6} height={6} patternUnits="userSpaceOnUse">
        <circle cx={3} cy={3} r={0.9} className={classes.hatch} />
      </pattern>
    </defs>
  );
}
