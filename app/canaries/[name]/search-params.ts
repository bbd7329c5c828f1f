import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { parseAsPage } from '@/lib/answer/page-param';
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

export type Unread = { key: keyof typeof canarySearchParams; sentence: string };

/** What of a canary's URL can't be read or doesn't count, and what is shown instead. */
export function unreadCanaryParams(search: { get(key: string): string | null }): Unread[] {
  const { runType, show, page } = canarySearchParams;
  const isUnread = (key: string, parse: (text: string) => unknown) => {
    const text = search.get(key);
    return text !== null && parse(text) === null;
  };
  const unread: Unread[] = [];
  if (isUnread('runType', runType.parse))
    unread.push({
      key: 'runType',
      sentence: 'The kind of runs of this link is not known: scheduled runs are shown.',
    });
  if (search.get('dryRunId') && runType.parse(search.get('runType') ?? '') !== 'DRY_RUN')
    unread.push({
      key: 'dryRunId',
      sentence: 'The dry run id of this link counts only with dry runs: it is left out.',
    });
  if (isUnread('show', show.parse))
    unread.push({ key: 'show', sentence: 'What this link lists (show) is not known: all runs are listed.' });
  if (isUnread('page', page.parse))
    unread.push({ key: 'page', sentence: 'The page of this link can’t be read: the first is shown.' });
  return unread;
}
