'use client';

import { Deferred } from '@/components/panel/deferred';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { SeparateTask } from '@/components/panel/separate-task';
import { useRange } from '@/components/range/use-range';
import type { Coverage } from '@/lib/answer/answer';
import type { ExistingProfiles } from '@/lib/profile/range/existing-profiles';
import { newestSpan } from '@/lib/profile/range/newest';
import { widened } from '@/lib/profile/range/profile-periods';
import { recordedTimesOf } from '@/lib/profile/range/recorded-times';
import { groupOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useShowRange } from '../settings/use-show-range';
import { ProfileStrip } from './profile-strip';
import { ProfileTimes } from './profile-times';

type StripSectionProps = {
  group: string;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  /** Time that the profile covers; undefined while it loads. */
  coverage: Coverage | undefined;
  /** The profiles in that time; undefined until they are known. */
  existing: ExistingProfiles | undefined;
  /** Whether the profile has loaded, or there is none. While AWS fails, the samples of others would fail as well. */
  isReady: boolean;
};

/** The aggregated profiles around the page's range, and the times of the one that is shown. */
export function StripSection({ group, settings, onChange, coverage, existing, isReady }: StripSectionProps) {
  const { span, zone, now } = useRange();
  const showRange = useShowRange(settings, onChange);
  const { data: described } = useQuery(groupOptions(group));
  const recorded = described && recordedTimesOf(described.data);
  const { latest, strip } = settings;
  return (
    <HydratesLater>
      <SeparateTask>
        <ProfileStrip
          {...{ group, span, zone, now, latest, isReady }}
          data={settings.data}
          newest={described && newestSpan(described.data)}
          recorded={recorded}
          chosen={strip}
          onChoose={(period) => void onChange({ strip: period })}
          onLatest={(period) => void onChange({ latest: period })}
          onPick={(picked) => void showRange(picked)}
        />
        <Deferred>
          <ProfileTimes
            range={latest ? undefined : span}
            requested={widened(span, now, recorded)}
            agentSeenAt={described?.data.latestAgentProfileReportedAt}
            {...{ coverage, existing, zone }}
          />
        </Deferred>
      </SeparateTask>
    </HydratesLater>
  );
}
