import { createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { COMPARISONS } from './earlier-span';
import { parseInstant } from './instant';
import { DEFAULT_RANGE, DEFAULT_ZONE } from './range';
import { parseZone } from './zone';

/** A space before the offset of a zone or an instant was a + that the link didn't escape. */
const withPlus = (text: string) => text.replace(/(^|:\d{2}(?:[.,]\d+)?) (?=\d{2}:?\d{2}$)/, '$1+');

const parseAsEnd = createParser({ parse: withPlus, serialize: (end: string) => end });

const parseAsZone = createParser({
  parse: (text) => parseZone(withPlus(text)) ?? null,
  serialize: (zone: string) => zone,
});

const parseAsInstant = createParser({
  parse: (text) => parseInstant(withPlus(text)) ?? null,
  serialize: (instant: number) => new Date(instant).toISOString(),
});

/** The parameter with the id of a shared link. */
export const KEPT_PARAM = 'kept';

/** How often a page can refresh itself. */
export const REFRESH_INTERVALS = ['off', '30s', '1m', '5m'] as const;
export type RefreshInterval = (typeof REFRESH_INTERVALS)[number];

/** What a page compares its range with. */
export const COMPARE_CHOICES = [...COMPARISONS, 'none'] as const;
export type CompareChoice = (typeof COMPARE_CHOICES)[number];

/**
 * The parameters of every page's URL: the time range, the zone, the instant that `now` stands for (asof), how often the page refreshes
 * itself, what it compares with, and the shared link whose kept data it shows. Pages that compare nothing keep them all the same.
 */
export const rangeSearchParams = {
  from: parseAsEnd.withDefault(DEFAULT_RANGE.from),
  to: parseAsEnd.withDefault(DEFAULT_RANGE.to),
  tz: parseAsZone.withDefault(DEFAULT_ZONE),
  asof: parseAsInstant,
  refresh: parseAsStringLiteral(REFRESH_INTERVALS).withDefault('off'),
  /** Null is what a page compares with by itself. */
  compare: parseAsStringLiteral(COMPARE_CHOICES),
  [KEPT_PARAM]: parseAsString,
};
