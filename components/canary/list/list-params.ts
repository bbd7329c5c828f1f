import { createLoader, type inferParserType, parseAsStringLiteral } from 'nuqs/server';
import { orderParam } from '@/lib/answer/order-param';
import { textParam } from '@/lib/answer/text-param';
import { WORST_STATE_FIRST } from '@/lib/canary/list/canary-row';
import { RANGE_EVENTS } from '@/lib/canary/list/range-filter';
import { CANARY_COLUMNS, DEFAULT_ORDER } from '@/lib/canary/list/sort-rows';

export const MAX_SEARCH_LENGTH = 255;
const MAX_GROUP_LENGTH = 64;
/** The longest key and value of a tag. */
const MAX_TAG_LENGTH = 128 + 1 + 256;

/** Parameters of the list of canaries in the URL, in addition to the time range. */
export const canaryListParams = {
  sort: orderParam(CANARY_COLUMNS).withDefault(DEFAULT_ORDER),
  search: textParam(MAX_SEARCH_LENGTH).withDefault(''),
  state: parseAsStringLiteral(WORST_STATE_FIRST),
  runs: parseAsStringLiteral(RANGE_EVENTS),
  group: textParam(MAX_GROUP_LENGTH),
  tag: textParam(MAX_TAG_LENGTH),
};

type ListChoice = inferParserType<typeof canaryListParams>;

const DEFAULT_CHOICE = createLoader(canaryListParams)({});

/** Whether a link neither sorts nor filters the list. */
export const hasDefaultChoice = (choice: ListChoice): boolean =>
  (Object.keys(DEFAULT_CHOICE) as (keyof ListChoice)[]).every(
    (key) => JSON.stringify(choice[key]) === JSON.stringify(DEFAULT_CHOICE[key]),
  );
