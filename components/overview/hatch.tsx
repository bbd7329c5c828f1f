import classes from './hatch.module.css';

const HATCH_ID = 'overview-hatch';
export const HATCH_FILL = `url(#${HATCH_ID})`;

/** The pattern for runs that were not read, defined once per page. */
export function Hatch() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: 'absolute' }}>
      <pattern id={HATCH_ID} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" className={classes.line} />
      </pattern>
    </svg>
  );
}
