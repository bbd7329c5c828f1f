import { createLoader, createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { invalidParams } from '@/lib/answer/invalid-params';
import { parseAsPage } from '@/lib/answer/page-param';
import { parseView } from '@/lib/canary/plot/view';
import { rangeSearchParams } from '@/lib/time/search-params';

const parseAsView = createParser({
  parse: (text) => (parseView(text) ? text : null),
  serialize: (text: string) => text,
});

/** The parameters of a canary's page: the type of runs, the list's filter and page, and the open run. */
export const canarySearchParams = {
  runType: parseAsStringLiteral(['CANARY_RUN', 'DRY_RUN']).withDefault('CANARY_RUN'),
  /** Only with dry runs. */
  dryRunId: parseAsString,
  show: parseAsStringLiteral(['all', 'failed', 'retried']).withDefault('all'),
  /** Id of the open run. */
  run: parseAsString,
  /** Name of the open artifact of that run. */
  file: parseAsString,
  /** Only runs of this location, and of this browser. */
  location: parseAsString,
  browser: parseAsString,
  /** Whether each location and browser has a row. */
  rows: parseAsStringLiteral(['one', 'places']).withDefault('one'),
  /** Axis of durations. */
  scale: parseAsStringLiteral(['linear', 'log']).withDefault('linear'),
  /** The part of the range that the timeline shows, `from-to` in epoch milliseconds. */
  view: parseAsView,
  /** Page of the run list. */
  page: parseAsPage.withDefault(1),
};

export const loadCanarySearchParams = createLoader({ ...rangeSearchParams, ...canarySearchParams });

const SENTENCES = {
  runType: 'The type of runs in this link is unknown. Showing scheduled runs.',
  show: 'The run filter (show) in this link is unknown. Showing all runs.',
  rows: 'The choice of rows in this link is unknown. Showing all runs in one row.',
  scale: 'The axis (scale) in this link is unknown. Showing a linear one.',
  view: 'The zoom of the timeline (view) in this link can’t be read. Showing the whole range.',
  page: 'The page number in this link is invalid. Showing the first page.',
};

/** The invalid or ignored parameters of a canary's URL, and what is shown instead. */
export function invalidCanaryParams(search: { get(key: string): string | null }) {
  const invalid = invalidParams(search, canarySearchParams, SENTENCES);
  const isDry = canarySearchParams.runType.parse(search.get('runType') ?? '') === 'DRY_RUN';
  if (!search.get('dryRunId') || isDry) return invalid;
  const sentence = 'This link has a dry run id, which applies only to dry runs. Ignoring it.';
  return [...invalid, { key: 'dryRunId' as const, sentence }];
}
