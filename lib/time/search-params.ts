import { createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { parseInstant } from './instant';
import { DEFAULT_RANGE, DEFAULT_ZONE } from './range';
import { parseZone } from './zone';

const parseAsZone = createParser({
  parse: (text) => parseZone(text) ?? null,
  serialize: (zone: string) => zone,
});

const parseAsInstant = createParser({
  parse: (text) => parseInstant(text) ?? null,
  serialize: (instant: number) => new Date(instant).toISOString(),
});

/** How often a page can refresh itself. */
export const REFRESH_INTERVALS = ['off', '30s', '1m', '5m'] as const;
export type RefreshInterval = (typeof REFRESH_INTERVALS)[number];

/**
 * The parameters of every page's URL: the time range, the zone, the instant that `now` stands for (asof), and how often the page
 * refreshes itself.
 */
export const rangeSearchParams = {
  from: parseAsString.withDefault(DEFAULT_RANGE.from),
  to: parseAsString.withDefault(DEFAULT_RANGE.to),
  tz: parseAsZone.withDefault(DEFAULT_ZONE),
  asof: parseAsInstant,
  refresh: parseAsStringLiteral(REFRESH_INTERVALS).withDefault('off'),
};
