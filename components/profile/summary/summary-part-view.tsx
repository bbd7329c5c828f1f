import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { frameText } from '@/lib/profile/tree/frame-text';
import { formatShare } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import type { LinkedChange } from '../settings/use-settings-href';
import { ChangeLink } from './change-link';
import { FunctionLink } from './function-link';
import type { SummaryBaseline } from './summary-baseline';
import classes from './summary-line.module.css';
import type { SummaryPart } from './summary-parts';

type SummaryPartViewProps = {
  group: string;
  onChange: ChangeSettings;
  part: SummaryPart;
  /** The whole that the share is of: `1,200 samples in RUNNABLE`. */
  base: string;
  /** Undefined while it is unknown. */
  baseline: SummaryBaseline | undefined;
  compare: LinkedChange;
  /** The first change names the baseline, for all. */
  isFirstChange: boolean;
  /** The change is that of the range before it moved. */
  isChangeEarlier: boolean;
};

/** A function of the summary with its share and the change: `Math.sqrt 8.2 % (+2.3 points on yesterday)`. */
export function SummaryPartView(props: SummaryPartViewProps) {
  const { part, base, baseline, compare, isFirstChange, isChangeEarlier, ...link } = props;
  const { name, kind, share, change, recommendation } = part;
  const fullName = frameText(name).slice(0, 300);
  return (
    <span>
      <FunctionLink
        {...{ ...link, name }}
        label={recommendation}
        title={
          recommendation
            ? `${recommendation}, as AWS recommends: ${fullName} and what it calls, as a share of all ${base}`
            : `Inspect ${fullName}: self, as a share of all ${base}`
        }
      />
      <b>{formatShare(share)}</b>
      {kind === 'total' && <span className={classes.muted}>total</span>}
      {change && baseline && (
        <span className={isChangeEarlier ? classes.earlier : undefined}>
          <ChangeLink
            {...{ ...link, compare, change: change.now - change.before }}
            words={isFirstChange ? `on ${baseline.words}` : ''}
            title={`${parseFrame(name).label.slice(0, 120)}: ${kind} ${formatShare(change.before)} ${baseline.words}, ${formatShare(change.now)} in the ended profiles of this range. Compare the profiles`}
          />
        </span>
      )}
    </span>
  );
}
