import { createLoader, createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { COMPARE_SENTENCES, compareSearchParams } from '@/components/profile/settings/compare-params';
import { ORDERS, PAGE_VIEWS, SIBLINGS } from '@/components/profile/settings/profile-settings';
import { unreadParams } from '@/lib/answer/unread-params';
import { COLOURS, LONGEST_PREFIX, MOST_PREFIXES } from '@/lib/profile/graph/frame-groups';
import { isFunctionPath, isPathKey } from '@/lib/profile/tree/path-key';
import { type Data, dataOf, dataText } from '@/lib/profile/tree/states';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import { depthOf } from '@/lib/profile/view/parse-depth';
import { rangeSearchParams } from '@/lib/time/search-params';

const parseAsDepth = createParser<number>({
  parse: (text) => {
    const depth = depthOf(text);
    return depth === 'malformed' ? null : depth;
  },
  serialize: String,
});

const parseAsData = createParser<Data>({
  parse: (text) => dataOf(text) ?? null,
  serialize: dataText,
  eq: (a, b) => dataText(a) === dataText(b),
});

const parseAsFocus = createParser<string>({
  parse: (text) => (text === '' || isFunctionPath(text) ? text : null),
  serialize: String,
});

const parseAsFunction = createParser<string>({
  parse: (text) => (text === '' || isPathKey(text) ? text : null),
  serialize: String,
});

/** Texts with commas between; null when there are too many or one can't be. */
const parseAsList = (most: number, canBe: (text: string) => boolean) =>
  createParser<readonly string[]>({
    parse: (text) => {
      const list = text.split(',', most + 1).filter((each) => each !== '');
      return list.length <= most && list.every(canBe) ? list : null;
    },
    serialize: (list) => list.join(','),
    eq: (a, b) => a.join() === b.join(),
  });

const PERIODS = ['PT5M', 'PT1H', 'P1D'] as const;

/** What the URL of a group's page holds beside the time range. */
export const profileSearchParams = {
  view: parseAsStringLiteral(PAGE_VIEWS).withDefault('overview'),
  data: parseAsData,
  maxDepth: parseAsDepth,
  latest: parseAsStringLiteral(PERIODS),
  strip: parseAsStringLiteral(PERIODS),
  focus: parseAsFocus.withDefault(''),
  inspected: parseAsFunction.withDefault(''),
  search: parseAsString.withDefault(''),
  hidden: parseAsList(MAX_HIDDEN, isPathKey).withDefault([]),
  collapsed: parseAsList(MAX_HIDDEN, isPathKey).withDefault([]),
  recursion: parseAsStringLiteral(['folded'] as const),
  root: parseAsStringLiteral(['top', 'bottom'] as const).withDefault('top'),
  siblings: parseAsStringLiteral(SIBLINGS).withDefault('name'),
  colours: parseAsStringLiteral(COLOURS).withDefault('package'),
  mine: parseAsList(MOST_PREFIXES, (prefix) => prefix.length <= LONGEST_PREFIX).withDefault([]),
  order: parseAsStringLiteral(ORDERS).withDefault('total'),
  ...compareSearchParams,
};

const SENTENCES = {
  view: 'The view of this link is not known: the overview is shown.',
  data: 'The thread states of this link (data) can’t be read: CPU is shown, or all where there is none.',
  maxDepth: 'The depth of this link is not a whole number from 1 to 10,000: all frames are shown.',
  latest: 'The period of this link (latest) is not known: the time range is shown.',
  strip: 'The length of the profiles of this link’s strip is not known: it fits the time range.',
  focus: 'The frame of this link (focus) can’t be read: the whole is shown.',
  inspected: 'The function of this link (inspected) can’t be read: none is inspected.',
  hidden: `The hidden functions of this link can’t be read, or are more than ${MAX_HIDDEN}: none is hidden.`,
  collapsed: `The collapsed functions of this link can’t be read, or are more than ${MAX_HIDDEN}: none is collapsed.`,
  recursion: 'What this link makes of recursion is not known: each call is shown.',
  root: 'Where this link puts the root is not known: it is on top.',
  siblings: 'The order of frames of this link (siblings) is not known: they stand by name.',
  colours: 'The colours of this link are not known: they are by package.',
  mine: 'The prefixes of own code of this link (mine) can’t be read: there are none.',
  order: 'The order of functions of this link is not known: they stand by total.',
  ...COMPARE_SENTENCES,
};

/** What of a profile page's URL can't be read, with what is shown instead. */
export const unreadProfileParams = (search: { get(key: string): string | null }) =>
  unreadParams(search, profileSearchParams, SENTENCES);

export const loadProfileSearchParams = createLoader({ ...rangeSearchParams, ...profileSearchParams });
