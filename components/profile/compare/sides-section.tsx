'use client';

import { useRange } from '@/components/range/use-range';
import { sideStrips } from '@/lib/profile/range/side-strips';
import type { ComparedView } from '@/lib/profile/view/view';
import { absoluteRange } from '@/lib/time/range';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useAfterLoad } from '../strip/use-after-load';
import { useStripProfiles } from '../strip/use-strip-profiles';
import { customBaseline } from './baseline';
import { BaselineControls } from './baseline-controls';
import { KeptSide } from './kept-side';
import { SideStrip } from './side-strip';
import classes from './sides.module.css';
import type { useSides } from './use-sides';
import { useSwap } from './use-swap';

type SidesSectionProps = {
  sides: ReturnType<typeof useSides>;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Undefined while the comparison loads. */
  samples: ComparedView['samples'] | undefined;
  /** The compared thread states, by default those of both sides together; undefined until they are known. */
  states: readonly string[] | undefined;
  /** Whether the comparison has loaded, or there is none. While AWS fails, its samples would fail as well. */
  isReady: boolean;
};

/** What is compared: the controls of the baseline, and the strips of both sides. */
export function SidesSection(props: SidesSectionProps) {
  const { sides, settings, onChange, samples, states } = props;
  const { zone, now, setRange } = useRange();
  const swap = useSwap();
  const { baseline, comparison } = sides;
  const isReading = useAfterLoad(props.isReady);
  const strips = sideStrips(
    { span: baseline.requested.span, at: baseline.span.from },
    { span: comparison.requested.span, at: comparison.requested.span.from },
    now,
  );
  const data = states ?? settings.data ?? undefined;
  const strip = { period: strips.period, now, isReading, data };
  // Of a kept baseline there is only the profile, not the times of the profiles that it was made of.
  const listed = baseline.kept === undefined ? baseline.requested : comparison.requested;
  const before = useStripProfiles({ ...strip, ...listed, shown: strips.baseline });
  const after = useStripProfiles({ ...strip, ...comparison.requested, shown: strips.comparison });
  const isSameChoice = data !== undefined || before.samples.states.join() === after.samples.states.join();
  // One scale, so that bars of the same height are as many samples.
  const highest = Math.max(before.samples.max, after.samples.max);
  return (
    <>
      <BaselineControls
        {...{ settings, now, zone }}
        group={comparison.group}
        span={baseline.span}
        onChange={(change) => void onChange(change)}
        onSwap={() => swap(baseline, comparison)}
      />
      <div className={classes.sides}>
        {baseline.kept !== undefined ? (
          <KeptSide side={baseline.requested} samples={samples?.baseline} zone={zone} />
        ) : (
          <SideStrip
            title="Baseline"
            side={baseline.requested}
            samples={samples?.baseline}
            states={states}
            strip={before}
            max={isSameChoice ? highest : before.samples.max}
            onPick={(picked) => void onChange(customBaseline(picked))}
            shift={strips.comparison.from - strips.baseline.from}
            zone={zone}
          />
        )}
        <SideStrip
          title="Comparison"
          side={comparison.requested}
          samples={samples?.comparison}
          states={states}
          strip={after}
          max={isSameChoice ? highest : after.samples.max}
          onPick={(picked) => setRange(absoluteRange(picked))}
          shift={0}
          zone={zone}
        />
      </div>
    </>
  );
}
