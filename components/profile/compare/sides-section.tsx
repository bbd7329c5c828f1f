'use client';

import { useRange } from '@/components/range/use-range';
import { sideStrips } from '@/lib/profile/range/side-strips';
import type { ComparedView } from '@/lib/profile/view/view';
import { absoluteRange } from '@/lib/time/range';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useAfterLoad } from '../strip/use-after-load';
import { customBaseline } from './baseline';
import { BaselineControls } from './baseline-controls';
import { SideStrip } from './side-strip';
import classes from './sides.module.css';
import { useSideSamples } from './use-side-samples';
import type { useSides } from './use-sides';
import { useSwap } from './use-swap';

type SidesSectionProps = {
  sides: ReturnType<typeof useSides>;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Undefined while the comparison loads. */
  samples: ComparedView['samples'] | undefined;
  /** Whether the comparison has loaded, or there is none. While AWS fails, its samples would fail as well. */
  isReady: boolean;
};

/** What is compared: the controls of the baseline, and the strips of both sides. */
export function SidesSection({ sides, settings, onChange, samples, isReady }: SidesSectionProps) {
  const { zone, now, setRange } = useRange();
  const swap = useSwap();
  const { baseline, comparison } = sides;
  const isReading = useAfterLoad(isReady);
  const strips = sideStrips(
    { span: baseline.requested.span, at: baseline.span.from },
    { span: comparison.requested.span, at: comparison.requested.span.from },
    now,
  );
  const strip = { period: strips.period, now, isReading, data: settings.data ?? undefined };
  const before = useSideSamples({ ...strip, group: baseline.requested.group, shown: strips.baseline });
  const after = useSideSamples({ ...strip, group: comparison.requested.group, shown: strips.comparison });
  // One scale, so that bars of the same height are as many samples.
  const max = Math.max(before.samples.max, after.samples.max);
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
        <SideStrip
          title="Baseline"
          side={baseline.requested}
          samples={samples?.baseline}
          strip={before}
          max={max}
          onPick={(picked) => void onChange(customBaseline(picked))}
          zone={zone}
        />
        <SideStrip
          title="Comparison"
          side={comparison.requested}
          samples={samples?.comparison}
          strip={after}
          max={max}
          onPick={(picked) => setRange(absoluteRange(picked))}
          zone={zone}
        />
      </div>
    </>
  );
}
