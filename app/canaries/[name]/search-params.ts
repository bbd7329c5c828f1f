import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { parseAsPage } from '@/lib/answer/page-param';
import { unreadParams } from '@/lib/answer/unread-params';
import { rangeSearchParams } from '@/lib/time/search-params';

/** What the URL of a canary's page holds: which runs, which of them are listed, which is open, how far the list is paged. */
export const canarySearchParams = {
  runType: parseAsStringLiteral(['CANARY_RUN', 'DRY_RUN']).withDefault('CANARY_RUN'),
  /** Only with dry runs. */
  dryRunId: parseAsString,
  show: parseAsStringLiteral(['all', 'failed', 'retried']).withDefault('all'),
  /** Id of the open run. */
  run: parseAsString,
  /** Of the list of runs. */
  page: parseAsPage.withDefault(1),
};

export const loadCanarySearchParams = createLoader({ ...rangeSearchParams, ...canarySearchParams });

const SENTENCES = {
  runType: 'The kind of runs of this link is not known: scheduled runs are shown.',
  show: 'What this link lists (show) is not known: all runs are listed.',
  page: 'The page of this link can’t be read: the first is shown.',
};

/** What of a canary's URL can't be read or doesn't count, and what is shown instead. */
export function unreadCanaryParams(search: { get(key: string): string | null }) {
  const unread = unreadParams(search, canarySearchParams, SENTENCES);
  const dry = canarySearchParams.runType.parse(search.get('runType') ?? '') === 'DRY_RUN';
  if (!search.get('dryRunId') || dry) return unread;
  const sentence = 'The dry run id of this link counts only with dry runs: it is left out.';
  return [...unread, { key: 'dryRunId' as const, sentence }];
}
