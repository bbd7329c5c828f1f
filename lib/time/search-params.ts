import { createParser, parseAsString } from 'nuqs/server';
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

/** The parameters of every page's URL: the time range, the zone, and the instant that `now` stands for (asof). */
export const rangeSearchParams = {
  from: parseAsString.withDefault(DEFAULT_RANGE.from),
  to: parseAsString.withDefault(DEFAULT_RANGE.to),
  tz: parseAsZone.withDefault(DEFAULT_ZONE),
  asof: parseAsInstant,
};
