import { frameFill, MATCH_HUE, PASSED_OVER_FILL } from '@/lib/profile/frame-colour';
import type { FrameGroup } from '@/lib/profile/frame-groups';
import { formatShare } from './format-samples';
import classes from './frame-legend.module.css';

const MOST_LISTED = 8;

type FrameLegendProps = {
  legend: readonly FrameGroup[];
  /** What a search found has one colour, and all else another. */
  isSearched: boolean;
};

/** What the colours of frames mean, with the share of the samples that are each one's own. */
export function FrameLegend({ legend, isSearched }: FrameLegendProps) {
  if (isSearched) {
    return (
      <ul className={classes.legend} aria-label="Colours">
        <li>
          <Swatch fill={frameFill(MATCH_HUE)} />
          found
        </li>
        <li>
          <Swatch fill={PASSED_OVER_FILL} />
          not found, or too narrow to tell
        </li>
      </ul>
    );
  }
  const listed = legend.filter(({ share }) => share > 0);
  const others = listed.slice(MOST_LISTED);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  if (listed.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label="Colours">
      {listed.slice(0, MOST_LISTED).map(({ label, hue, share }) => (
        <li key={label}>
          <Swatch fill={frameFill(hue)} />
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

const Swatch = ({ fill }: { fill: string }) => (
  <span className={classes.swatch} style={{ background: fill }} aria-hidden />
);
