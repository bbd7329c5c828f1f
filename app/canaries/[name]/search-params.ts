import { createLoader, createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { invalidParams } from '@/lib/answer/invalid-params';
import { parseAsPage } from '@/lib/answer/page-param';
import { DEFAULT_FAILING_AFTER, MAX_FAILING_AFTER } from '@/lib/canary/health/incidents';
import { parseMaintenance } from '@/lib/canary/health/maintenance';
import { parseObjective } from '@/lib/canary/health/objective';
import { parseView } from '@/lib/canary/plot/view';
import { rangeSearchParams } from '@/lib/time/search-params';

/** Keeps a text as it is if `read` can read it. */
const parseAsReadable = (read: (text: string) => unknown) =>
  createParser({
    parse: (text) => (read(text) === undefined ? null : text),
    serialize: (text: string) => text,
  });

const parseAsFailingAfter = createParser({
  parse: (text) => (/^[1-9]\d?$/.test(text) && Number(text) <= MAX_FAILING_AFTER ? Number(text) : null),
  serialize: String,
});

/** The parameters of a canary's page besides the range. */
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
  view: parseAsReadable(parseView),
  /** Availability that the canary should have, in percent. */
  objective: parseAsReadable(parseObjective),
  /** Consecutive failed runs that make an incident. */
  failingAfter: parseAsFailingAfter.withDefault(DEFAULT_FAILING_AFTER),
  /** Windows that availability leaves out, as ISO-8601 intervals with commas between them. */
  maintenance: parseAsReadable(parseMaintenance),
  /** Page of the run list. */
  page: parseAsPage.withDefault(1),
};

export const loadCanarySearchParams = createLoader({ ...rangeSearchParams, ...canarySearchParams });

export type CanarySearchParams = Awaited<ReturnType<typeof loadCanarySearchParams>>;

const SENTENCES = {
  runType: 'The type of runs in this link is unknown. Showing scheduled runs.',
  show: 'The run filter (show) in this link is unknown. Showing all runs.',
  rows: 'The choice of rows in this link is unknown. Showing all runs in one row.',
  scale: 'The axis (scale) in this link is unknown. Showing a linear one.',
  view: 'The zoom of the timeline (view) in this link can’t be read. Showing the whole range.',
  objective: 'The objective in this link is not a percentage from 50 to 99.999. Showing none.',
  failingAfter: 'The number of failed runs of an incident (failingAfter) is not from 1 to 10. Using 1.',
  maintenance: 'The maintenance windows in this link can’t be read. Leaving out no runs.',
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
