import { counted } from '@/lib/answer/counted';
import type { DrawnMatches } from '@/lib/profile/graph/match-outlines';
import { normalizeQuery } from '@/lib/profile/transform/search';
import type { ComparedView } from '@/lib/profile/view/view';
import { drawnFrames } from '../frame-text/match-counts';
import type { ProfileSettings } from '../settings/profile-settings';
import { NO_MATCH, SEARCHING, type SearchResult } from '../settings/search-result';
import { formatChange, sidesInWords } from './format-change';

type ComparedAnswer = {
  view: ComparedView | undefined;
  /** `view` answers an earlier search or another request. */
  isSearching: boolean;
};

/** The result of a search in a comparison; undefined without a search. */
export function comparedResult(
  { view, isSearching }: ComparedAnswer,
  search: string,
  drawn?: DrawnMatches,
): SearchResult | undefined {
  if (!view || normalizeQuery(search) === '') return undefined;
  if (isSearching) return { text: SEARCHING };
  if (view.searchError !== undefined) return { text: view.searchError, isError: true };
  if (!view.found) return undefined;
  if (view.found.functions === 0) return { text: NO_MATCH };
  const counts = drawn ? ` · ${drawnFrames(view.found, drawn)}` : '';
  return { text: comparisonText(view, view.found) + counts };
}

/** What the search found on both sides, in the whole or in the focused frame. */
export function comparisonText(
  { unit, focus }: ComparedView,
  { functions, frames, ...sides }: NonNullable<ComparedView['found']>,
): string {
  const change = formatChange(sides.comparison - sides.baseline, unit);
  const [baseline, comparison] = sidesInWords(sides, unit);
  const where = focus === '' ? '' : ' in the focused frame';
  return `Found${where}: ${baseline}, ${comparison} (${change}), in ${counted(functions, 'function')}`;
}

type ComparisonWarningsOptions = {
  settings: Pick<ProfileSettings, 'latest'>;
  sides: { isBaselineUnreadable: boolean };
  view: ComparedView | undefined;
  /** `view` answers the current request. */
  isCurrent: boolean;
  isFocusMissing: boolean;
};

/** What a comparison shows differently from its settings. */
export function comparisonWarnings(options: ComparisonWarningsOptions): string[] {
  const { settings, sides, view, isCurrent, isFocusMissing } = options;
  return [
    ...(sides.isBaselineUnreadable
      ? ['The baseline’s range in this link can’t be read. Comparing with the day before.']
      : []),
    ...(settings.latest ? ['A comparison is of time ranges, not of the latest profile.'] : []),
    ...(isFocusMissing ? ['The frame in this link is in neither profile. Showing the whole profiles.'] : []),
    ...(isCurrent && view ? emptySide(view.samples) : []),
  ];
}

/** Whether both sides have samples, so that their difference means something. */
export const hasBothSides = ({ samples }: Pick<ComparedView, 'samples'>) =>
  samples.baseline > 0 && samples.comparison > 0;

/** A notice in place of the graph says that both are empty. */
function emptySide({ baseline, comparison }: ComparedView['samples']): string[] {
  if (baseline > 0 === comparison > 0) return [];
  return [`The ${baseline > 0 ? 'comparison' : 'baseline'} has no samples in the selected thread states.`];
}
