'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { findingsSpan } from '@/lib/profile/range/findings';
import { defaultPreset } from '@/lib/profile/tree/states';
import { type ChangedFunction, mostChanged } from '@/lib/profile/view/most-changed';
import type { ProfileFunctionsRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import { findingsOptions } from '@/lib/queries/findings';
import { functionsOptions } from '@/lib/queries/profile';
import type { Span } from '@/lib/time/range';
import { functionsChoice } from '../request/profile-request';
import type { ProfileState } from '../request/use-profile';
import type { ProfileSettings } from '../settings/profile-settings';
import { type SummaryBaseline, summaryBaseline, weekBaseline } from './summary-baseline';
import { type SummaryPart, summaryParts } from './summary-parts';
import { useEarlierFunctions } from './use-earlier-functions';

export type UseSummaryOptions = {
  request: ProfileRequest;
  state: Pick<ProfileState, 'profile' | 'isPlaceholder'>;
  settings: ProfileSettings;
  /** Time of the profile. */
  span: Span;
};

/** What changed most since one of the baselines that have samples; no function if none changed clearly. */
export type SummaryChange = {
  baselines: readonly SummaryBaseline[];
  changed?: ChangedFunction & { since: SummaryBaseline };
};

type Summary = {
  /** Undefined while the functions load. */
  parts: SummaryPart[] | undefined;
  /** Samples of the whole profile, the base of the shares. */
  samples: number;
  /** Undefined until its functions have arrived, and when it has no samples. */
  baseline: SummaryBaseline | undefined;
  /** Undefined until the functions of all baselines have arrived. */
  change: SummaryChange | undefined;
  /** Whether the parts are those of the range before, because the functions of this one load. */
  isEarlier: boolean;
  isFailed: boolean;
  retry(): void;
};

/** What the whole profile says, then the change since the baseline, then what AWS recommends: each when it arrives. */
export function useSummary({ request, state, settings, span }: UseSummaryOptions): Summary {
  const { zone, now } = useRange();
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
  const loaded = functions.data?.data;
  const isLoaded = loaded !== undefined && !functions.isPlaceholderData;
  const earlier = useMemo(() => summaryBaseline(span, now, zone), [span, now, zone]);
  const occurring = state.profile?.occurring.map((each) => each.state) ?? [];
  const week = useMemo(() => weekBaseline(span), [span]);
  const sameChoice = { ...choice, data: settings.data ?? defaultPreset(occurring) };
  const side = { group, choice: sameChoice, maxDepth: settings.maxDepth };
  const before = useEarlierFunctions({ ...side, span: earlier?.span, isEnabled: isLoaded });
  const weekBefore = useEarlierFunctions({
    ...side,
    span: week?.span,
    isEnabled: isLoaded && before.isDone,
  });
  const analysed = findingsSpan(span);
  const findings = useQuery({
    ...findingsOptions({ group, startTime: analysed.from, endTime: analysed.to }),
    enabled: isLoaded && before.isDone,
  });
  // Functions of an earlier range are compared with nothing.
  const baseline = before.functions;
  const recommendations = isLoaded ? findings.data?.data.recommendations : undefined;
  const parts = useMemo(
    () => loaded && summaryParts(loaded, baseline, recommendations ?? []),
    [loaded, baseline, recommendations],
  );
  const areAllDone = isLoaded && before.isDone && weekBefore.isDone;
  const change = useMemo(() => {
    if (!areAllDone || !loaded) return undefined;
    const sides = [
      { since: earlier, functions: before.functions },
      { since: week, functions: weekBefore.functions },
    ].flatMap(({ since, functions }) => (since && functions ? [{ since, functions }] : []));
    const baselines = sides.map(({ since }) => since);
    const changed = mostChanged(
      loaded,
      sides.map((each) => each.functions),
    );
    const since = baselines[changed?.baseline ?? 0];
    return { baselines, ...(changed && since && { changed: { ...changed, since } }) };
  }, [areAllDone, loaded, earlier, week, before.functions, weekBefore.functions]);
  return {
    parts,
    samples: loaded?.samples ?? 0,
    baseline: baseline && earlier,
    change,
    isEarlier: loaded !== undefined && !isLoaded,
    isFailed: functions.isError && loaded === undefined,
    retry: () => void functions.refetch(),
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
