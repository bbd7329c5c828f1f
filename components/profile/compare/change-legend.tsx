import { CHANGE_WORDS, CHANGES, changeFill } from '@/lib/profile/diff-colour';
import classes from './compare.module.css';

/** What the colours of a comparison mean. */
export function ChangeLegend() {
  return (
    <ul className={classes.legend} aria-label="Colours">
      {CHANGES.map((step) => (
        <li key={step}>
          <span className={classes.swatch} style={{ background: changeFill(step) }} aria-hidden />
          {CHANGE_WORDS[step]}
        </li>
      ))}
    </ul>
  );
}
