import { createLoader, createParser, createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { parseAsPage } from '@/lib/answer/page-param';
import { unreadParams } from '@/lib/answer/unread-params';
import { FLEET_ID, QUEUE_ID } from '@/lib/farm/ids';
import type { Column, RowOrder } from '@/lib/farm/row-order';
import { AGGREGATION_PERIODS, GROUP_KEYS, type GroupKey, STATISTICS } from '@/lib/farm/session-statistics';
import { rangeSearchParams } from '@/lib/time/search-params';

const KEY_WORDS: Record<GroupKey, string> = {
  QUEUE_ID: 'queue',
  FLEET_ID: 'fleet',
  JOB_ID: 'job',
  USER_ID: 'user',
  USAGE_TYPE: 'usage',
  INSTANCE_TYPE: 'instance',
  LICENSE_PRODUCT: 'licence',
};
const keyOf = (word: string) => GROUP_KEYS.find((key) => KEY_WORDS[key] === word);

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** `queue,user`: one or two of the keys. */
const parseAsGroupBy = createParser<GroupKey[]>({
  parse: (text) => {
    const words = text.split(',');
    const keys = [...new Set(words.map(keyOf).filter((key) => key !== undefined))];
    return keys.length === words.length && keys.length <= 2 ? keys : null;
  },
  serialize: (keys) => keys.map((key) => KEY_WORDS[key]).join(),
  eq: sameList,
});

/** Ids of one kind, at most ten. */
const parseAsIds = (id: RegExp) =>
  createParser<string[]>({
    parse: (text) => {
      const ids = [...new Set(text.split(','))];
      return ids.length <= 10 && ids.every((one) => id.test(one)) ? ids : null;
    },
    serialize: (ids) => ids.join(),
    eq: sameList,
  });

const COLUMN_WORDS: Record<Column, string> = {
  ...KEY_WORDS,
  from: 'time',
  count: 'records',
  costUsd: 'cost',
  runtimeSeconds: 'runtime',
};
const COLUMNS = Object.keys(COLUMN_WORDS) as Column[];

/** `cost`, or with the largest first `-cost`. */
const parseAsOrder = createParser<RowOrder>({
  parse: (text) => {
    const descending = text.startsWith('-');
    const by = COLUMNS.find((column) => COLUMN_WORDS[column] === text.slice(descending ? 1 : 0));
    return by ? { by, descending } : null;
  },
  serialize: ({ by, descending }) => `${descending ? '-' : ''}${COLUMN_WORDS[by]}`,
  eq: (a, b) => a.by === b.by && a.descending === b.descending,
});

/** What the URL of a farm's page holds: how its statistics are grouped and added up, and over what. */
export const farmSearchParams = {
  group: parseAsGroupBy.withDefault(['QUEUE_ID']),
  stat: parseAsStringLiteral(STATISTICS).withDefault('SUM'),
  period: parseAsStringLiteral(AGGREGATION_PERIODS),
  queues: parseAsIds(QUEUE_ID).withDefault([]),
  fleets: parseAsIds(FLEET_ID).withDefault([]),
  sort: parseAsOrder.withDefault({ by: 'costUsd', descending: true }),
  /** Of the table of rows. */
  page: parseAsPage.withDefault(1),
};

const SENTENCES = {
  group: 'The grouping of this link is not one or two of the seven keys: costs are grouped by queue.',
  stat: 'The statistic of this link is not known: sums are shown.',
  period: 'The period of this link is not known: it is chosen by the range.',
  queues: 'The queues of this link are not one to ten queue ids: all queues are shown.',
  fleets: 'The fleets of this link are not one to ten fleet ids: they are left out.',
  sort: 'The order of this link is not known: the dearest rows come first.',
  page: 'The page of this link can’t be read: the first is shown.',
};

/** What of a farm page's URL can't be read, or can't be asked together, with what is shown instead. */
export function unreadFarmParams(search: { get(key: string): string | null }) {
  const unread = unreadParams(search, farmSearchParams, SENTENCES);
  const both =
    search.get('queues') &&
    search.get('fleets') &&
    !unread.some(({ key }) => key === 'queues' || key === 'fleets');
  if (!both) return unread;
  const sentence =
    'This link names both queues and fleets, and AWS adds up one or the other: the queues are shown.';
  return [...unread, { key: 'fleets' as const, sentence }];
}

export const loadFarmSearchParams = createLoader({ ...rangeSearchParams, ...farmSearchParams });

const withParams = createSerializer(farmSearchParams);

/** A farm's page as its URL says, with one queue or fleet alone: its rows start from the first page. */
export const withOnly = (url: string, id: string) =>
  withParams(url, {
    queues: id.startsWith('queue-') ? [id] : null,
    fleets: id.startsWith('fleet-') ? [id] : null,
    page: null,
  });
