'use client';

import { RangeLink } from '@/components/range/range-link';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { frameText } from '@/lib/profile/tree/frame-text';
import { functionKey } from '@/lib/profile/tree/path-key';
import { type GroupSummary, hottestShare } from '@/lib/profile/view/group-summary';
import { formatShare } from '../frame-text/format-samples';
import { FunctionName } from '../frame-text/function-name';
import classes from './groups.module.css';
import { BASE_TEXTS } from './summary-text';

/** The hottest function of a group, linked to its callers and callees, with the share of its self samples and their base. */
export function HottestLink({ summary }: { summary: GroupSummary }) {
  const { group, hottest, preset, states } = summary;
  const share = hottestShare(summary);
  if (!hottest || share === undefined) return <span className={classes.muted}>no samples</span>;
  const path = `/profiles/${encodeURIComponent(group)}?view=inspect&inspected=${functionKey(hottest.name)}`;
  const label = parseFrame(hottest.name).label.slice(0, 120);
  const base = BASE_TEXTS[preset];
  return (
    <div className={classes.hot}>
      <RangeLink
        href={path}
        size="xs"
        ff="monospace"
        title={frameText(hottest.name).slice(0, 300)}
        aria-label={label}
      >
        <FunctionName label={label} />
      </RangeLink>
      <span className={classes.note} title={`Self samples of this function, of ${states.join(', ')}`}>
        {formatShare(share)} {base}
      </span>
    </div>
  );
}
