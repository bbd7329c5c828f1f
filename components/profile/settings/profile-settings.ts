import { createParser, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { LINK_ID } from '@/lib/answer/shared-link';
import { COLOUR_MODES } from '@/lib/profile/graph/frame-fills';
import { MAX_PREFIX_LENGTH, MAX_PREFIXES } from '@/lib/profile/graph/own-code';
import { isFunctionPath, isPathKey } from '@/lib/profile/tree/path-key';
import { formatStateChoice, parseStateChoice, type StateChoice } from '@/lib/profile/tree/states';
import { COMPARE_UNITS, MAX_HIDDEN, VIEWS } from '@/lib/profile/view/choice';
import { parseDepth } from '@/lib/profile/view/parse-depth';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { rangeSearchParams } from '@/lib/time/search-params';
import { costParams } from './cost-params';

/** Views of the page: a graph, the table of functions alone, or a comparison of two profiles. */
export const PAGE_VIEWS = [...VIEWS, 'functions', 'compare'] as const;
export type PageView = (typeof PAGE_VIEWS)[number];

/** Sort orders of the functions. */
const ORDERS = ['self', 'total', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** Sort orders of frames with the same parent. */
const SIBLINGS = ['name', 'weight'] as const;

/** Times of the baseline that no other page has: the same as the page's range, or a custom one. Links of before name a day or a week, too. */
const BASELINES = ['day', 'week', 'same', 'range'] as const;

/** Sort orders of the functions that changed most. */
const MOVED_BY = ['self', 'total'] as const;

const PERIODS = ['PT5M', 'PT1H', 'P1D'] as const;

const parseAsDepth = createParser<number>({
  parse: (text) => {
    const depth = parseDepth(text);
    return depth === 'malformed' ? null : depth;
  },
  serialize: String,
});

const parseAsData = createParser<StateChoice>({
  parse: (text) => parseStateChoice(text) ?? null,
  serialize: formatStateChoice,
  eq: (a, b) => formatStateChoice(a) === formatStateChoice(b),
});

/** Empty, or a text that `isValid` accepts. */
const parseAsOptional = (isValid: (text: string) => boolean) =>
  createParser<string>({
    parse: (text) => (text === '' || isValid(text) ? text : null),
    serialize: String,
  }).withDefault('');

/** Texts separated by commas; null when there are more than `max` or one is invalid. */
const parseAsList = (max: number, isValid: (text: string) => boolean) =>
  createParser<readonly string[]>({
    parse: (text) => {
      const list = text.split(',', max + 1).filter((each) => each !== '');
      return list.length <= max && list.every(isValid) ? list : null;
    },
    serialize: (list) => list.join(','),
    eq: (a, b) => a.join() === b.join(),
  }).withDefault([]);

/** Parameters of a comparison in the URL. */
const compareParams = {
  /** What all pages compare with, unless `baseline` is another time. */
  compare: rangeSearchParams.compare,
  baseline: parseAsStringLiteral(BASELINES),
  /** Ends of a custom range, in the format of the page's range. */
  baselineFrom: parseAsString.withDefault(''),
  baselineTo: parseAsString.withDefault(''),
  /** '' is the page's group. */
  baselineGroup: parseAsOptional((text) => GROUP_NAME.test(text)),
  /** The shared link that keeps the baseline; '' is none, so that it is what AWS has now. */
  baselineKept: parseAsOptional((text) => LINK_ID.test(text)),
  unit: parseAsStringLiteral(COMPARE_UNITS).withDefault('share'),
  movedBy: parseAsStringLiteral(MOVED_BY).withDefault('self'),
  /** Changes that may be chance are listed and coloured too. */
  chance: parseAsStringLiteral(['listed'] as const),
};

/** Parameters of a group's page in the URL, in addition to the time range. */
export const profileParams = {
  view: parseAsStringLiteral(PAGE_VIEWS).withDefault('overview'),
  /** Null is the default: CPU if the profile has any, otherwise all. */
  data: parseAsData,
  /** Frames from the root, 1–10000; null is all. */
  maxDepth: parseAsDepth,
  /** The newest aggregated profile of this period instead of the page's range. */
  latest: parseAsStringLiteral(PERIODS),
  /** Length of the profiles in the strip; null is the shortest that fits the range. */
  strip: parseAsStringLiteral(PERIODS),
  /** Key of the frame that fills the width; '' is the whole profile. In hotspots a function path. */
  focus: parseAsOptional(isFunctionPath),
  /** Key of the function of 'inspect'; '' is none. */
  inspected: parseAsOptional(isPathKey),
  search: parseAsString.withDefault(''),
  /** Keys of the hidden functions. */
  hidden: parseAsList(MAX_HIDDEN, isPathKey),
  /** Keys of the functions whose callees count as their self. */
  collapsed: parseAsList(MAX_HIDDEN, isPathKey),
  recursion: parseAsStringLiteral(['folded'] as const),
  /** Runs of frames with one callee each are drawn as one frame. */
  chains: parseAsStringLiteral(['folded'] as const),
  root: parseAsStringLiteral(['top', 'bottom'] as const).withDefault('top'),
  siblings: parseAsStringLiteral(SIBLINGS).withDefault('name'),
  colours: parseAsStringLiteral(COLOUR_MODES).withDefault('package'),
  /** Prefixes of the names of the viewer's own code. */
  mine: parseAsList(MAX_PREFIXES, (prefix) => prefix.length <= MAX_PREFIX_LENGTH),
  order: parseAsStringLiteral(ORDERS).withDefault('self'),
  ...costParams,
  ...compareParams,
};

/** Everything a viewer can choose on a group's page; the URL holds it. */
export type ProfileSettings = inferParserType<typeof profileParams>;

export type CompareSettings = inferParserType<typeof compareParams>;

/** Resolves when the URL has the change. */
export type ChangeSettings = (
  change: Partial<ProfileSettings>,
  history?: 'push' | 'replace',
) => Promise<unknown>;
