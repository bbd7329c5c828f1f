import { frameFill } from '@/lib/profile/frame-colour';
import type { FrameGroup } from '@/lib/profile/frame-groups';
import { formatShare } from './format-samples';
import classes from './frame-legend.module.css';

const MOST_LISTED = 8;

/** What the colours of frames mean, with the share of the samples that are each one's own. */
export function FrameLegend({ legend }: { legend: readonly FrameGroup[] }) {
  const listed = legend.filter(({ share }) => share > 0);
  const others = listed.slice(MOST_LISTED);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  if (listed.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Colours">
      {listed.slice(0, MOST_LISTED).map(({ label, hue, share }) => (
        <li key={label}>
          <span className={classes.swatch} style={{ background: frameFill(hue) }} aria-hidden />
          <span className={classes.label}>{label.slice(0, 60)}</span> {formatShare(share)}
        </li>
      ))}
      {others.length > 0 && (
        <li>
          {others.length} more {formatShare(rest)}
        </li>
      )}
    </ul>
  );
}
