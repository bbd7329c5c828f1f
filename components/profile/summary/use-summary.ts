'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { findingsSpan } from '@/lib/profile/range/findings';
import { defaultPreset } from '@/lib/profile/tree/states';
import type { ProfileFunctionsRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import { findingsOptions } from '@/lib/queries/findings';
import { functionsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { functionsChoice } from '../request/profile-request';
import type { ProfileState } from '../request/use-profile';
import type { ProfileSettings } from '../settings/profile-settings';
import { summaryParts } from './summary-parts';
import { useLastKnown } from './use-last-known';
import { useSummaryChange } from './use-summary-change';

export type UseSummaryOptions = {
  request: ProfileRequest;
  state: Pick<ProfileState, 'profile' | 'isPlaceholder'>;
  settings: ProfileSettings;
  /** Time of the profile. */
  span: Span;
};

/** Figures of the whole profile, then its change, then the recommendation of AWS: each when it arrives. */
export function useSummary({ request, state, settings, span }: UseSummaryOptions) {
  const { text } = useRange();
  const { group } = request;
  const choice = functionsChoice({ ...settings, view: 'overview', focus: '', search: '' });
  // The table requests the same as long as it has neither a focus nor a search.
  const functions = useQuery({
    ...functionsOptions({ ...request, ...choice }),
    placeholderData: (previous, query) => {
      const earlier = query?.queryKey.find((part) => typeof part !== 'string');
      return earlier?.group === group && choiceText(earlier) === JSON.stringify(choice)
        ? previous
        : undefined;
    },
    enabled: state.profile !== undefined && !state.isPlaceholder,
  });
  const shown = functions.data?.data;
  const isLoaded = shown !== undefined && !functions.isPlaceholderData;
  const occurring = state.profile?.occurring.map((each) => each.state) ?? [];
  const sameChoice = { ...choice, data: settings.data ?? defaultPreset(occurring) };
  const { maxDepth, latest } = settings;
  const rangeKey = JSON.stringify([group, text, latest, maxDepth, choice]);
  const { pair, change, isReady, retry } = useSummaryChange({
    ...{ group, span, maxDepth, rangeKey },
    choice: sameChoice,
    loaded: isLoaded ? shown : undefined,
  });
  const analysed = findingsSpan(span);
  const findings = useQuery({
    ...findingsOptions({ group, startTime: analysed.from, endTime: analysed.to }),
    enabled: isReady,
  });
  const { value: recommendations } = useLastKnown(findings.data?.data.recommendations, rangeKey);
  const compared = pair.value?.compared;
  const parts = useMemo(
    () => shown && summaryParts(shown, compared, recommendations ?? []),
    [shown, compared, recommendations],
  );
  return {
    /** Undefined while the functions load. */
    parts,
    /** Samples of the whole profile, the base of the shares. */
    samples: shown?.samples ?? 0,
    /** The baseline of the changes; undefined until it has arrived, and when it has no samples. */
    baseline: compared?.since,
    change: change.value,
    /** Whether the functions are those of the range before, because those of this one load; the same of both kinds of changes. */
    isEarlier: shown !== undefined && !isLoaded,
    areChangesEarlier: pair.isEarlier,
    isChangeEarlier: change.isEarlier,
    isFailed: functions.isError && shown === undefined,
    retry: () => void functions.refetch(),
    retryChange: retry,
  };
}

/** The choice in a request, as text. */
function choiceText({
  group,
  startTime,
  endTime,
  period,
  maxDepth,
  ...choice
}: ProfileFunctionsRequest): string {
  return JSON.stringify(choice);
}
