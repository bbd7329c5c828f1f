'use client';

import { useRange } from '@/components/range/use-range';
import type { ComparedView } from '@/lib/profile/view/view';
import { absoluteRange } from '@/lib/time/range';
import type { ChangeSettings, CompareSettings } from '../settings/profile-settings';
import { customBaseline } from './baseline';
import { BaselineControls } from './baseline-controls';
import { SideStrip } from './side-strip';
import classes from './sides.module.css';
import type { useSides } from './use-sides';
import { useSwap } from './use-swap';

type SidesSectionProps = {
  sides: ReturnType<typeof useSides>;
  settings: CompareSettings;
  onChange: ChangeSettings;
  /** Undefined while the comparison loads. */
  samples: ComparedView['samples'] | undefined;
};

/** What is compared: the controls of the baseline, and the strips of both sides. */
export function SidesSection({ sides, settings, onChange, samples }: SidesSectionProps) {
  const { zone, now, setRange } = useRange();
  const swap = useSwap();
  const { baseline, comparison } = sides;
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
          onPick={(picked) => void onChange(customBaseline(picked))}
          {...{ now, zone }}
        />
        <SideStrip
          title="Comparison"
          side={comparison.requested}
          samples={samples?.comparison}
          onPick={(picked) => setRange(absoluteRange(picked))}
          {...{ now, zone }}
        />
      </div>
    </>
  );
}
