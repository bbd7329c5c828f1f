import { isOffsetZone, parseZone } from './zone';
import type { NamedZone } from './zone-names';

/** Zones that a text finds, the best first, and how many more there are. */
export type FoundZones = { zones: readonly string[]; moreCount: number };

/**
 * Finds zones by a city, a country, an abbreviation (CET), a name (`Pacific Time`), their own name, or an offset (`+05:30`), which is
 * also a zone of its own. `offsetAt` returns the offset of a zone at the instant that counts.
 */
export function findZones(
  text: string,
  known: readonly NamedZone[],
  offsetAt: (zone: string) => number,
  max: number,
): FoundZones {
  const query = plain(text);
  if (query === '') return { zones: [], moreCount: 0 };
  const offset = offsetZone(text);
  const found = offset
    ? known.filter(({ zone }) => offsetAt(zone) === offsetAt(offset)).map(({ zone }) => zone)
    : byRank(query, known);
  const first =
    offset ??
    (query === 'utc' || FULL_NAME.test(text.trim())
      ? parseZone(text.trim().replace(/^utc$/i, 'UTC'))
      : undefined);
  const zones = [...new Set([...(first ? [first] : []), ...found])];
  return { zones: zones.slice(0, max), moreCount: Math.max(0, zones.length - max) };
}

/** A zone as it is written in a link: it may be an older name than those that are listed. */
const FULL_NAME = /^[A-Z][A-Za-z_]+\/[A-Z][\w/+-]+$/;

/** `5:30`, `+5`, `+0530`, `UTC-3` and `−3` as an offset zone; undefined for anything else. */
function offsetZone(text: string): string | undefined {
  const [, sign, hours, minutes = '00'] =
    /^(?:utc|gmt)?\s*([+\-−])?(\d{1,2})(?::?(\d{2}))?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return undefined;
  const zone = parseZone(`${sign === '-' || sign === '−' ? '-' : '+'}${hours.padStart(2, '0')}:${minutes}`);
  return zone === 'UTC' || (zone !== undefined && isOffsetZone(zone)) ? zone : undefined;
}

function byRank(query: string, known: readonly NamedZone[]): string[] {
  return known
    .map((named) => ({ named, rank: rankOf(query, named) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank || (a.named.city < b.named.city ? -1 : 1))
    .map(({ named }) => named.zone);
}

const NONE = 6;

function rankOf(query: string, { zone, city, countries, names, abbreviations }: NamedZone): number {
  const starts = (text: string) => plain(text).startsWith(query);
  if (plain(city) === query) return 0;
  if (abbreviations.some((abbreviation) => plain(abbreviation) === query)) return 1;
  if (countries.some((country) => plain(country) === query)) return 2;
  if (starts(city) || starts(zone)) return 3;
  if ([...countries, ...names].some(starts)) return 4;
  return [zone, ...countries, ...names].some((text) => plain(text).includes(query)) ? 5 : NONE;
}

/** Without case, accents and the difference between `_`, `/` and a space. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/\s]+/g, ' ')
    .trim();
