import { DAY } from './duration';
import { isOffsetZone, parseZone } from './zone';

/** A time zone with the words by which it is found. */
export type NamedZone = {
  /** As in the URL: `Europe/Berlin`. */
  zone: string;
  /** `Berlin`. */
  city: string;
  /** Countries that use it, where the browser knows them. */
  countries: readonly string[];
  /** `Central European Standard Time` and its summer's. */
  names: readonly string[];
  /** `CET`, `CEST`. */
  abbreviations: readonly string[];
};

/** Zones whose cities have other names today than in the browsers that keep the old ones. */
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** A day of a winter and one of a summer, so that both names of a zone are known. */
const WINTER = 0;
const SUMMER = 182 * DAY;

/** The zones that the browser knows. Undefined is not one of them, but a place for a pause: all together take long. */
export function* namedZones(year: number): Generator<NamedZone | undefined> {
  const countries = new Map<string, Set<string>>();
  for (const region of regions()) {
    yield undefined;
    for (const zone of zonesOf(region.code)) {
      const known = countries.get(zone);
      if (known) known.add(region.name);
      else countries.set(zone, new Set([region.name]));
    }
  }
  for (const known of Intl.supportedValuesOf('timeZone'))
    yield namedZone(known, [...(countries.get(known) ?? [])], Date.UTC(year, 0));
}

function namedZone(known: string, countries: readonly string[], newYear: number): NamedZone {
  const renamed = RENAMED[known];
  const zone = renamed !== undefined && parseZone(renamed) !== undefined ? renamed : known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: known, timeZoneName: 'long' });
  const nameAt = (instant: number) =>
    format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const names = [...new Set([WINTER, SUMMER].map((day) => nameAt(newYear + day)))].filter(isWords);
  return {
    ...{ zone, countries, names },
    city: cityOf(zone),
    abbreviations: [...new Set(names.flatMap(abbreviationsOf))],
  };
}

/** `Buenos Aires`; an offset is its own city. */
export const cityOf = (zone: string): string =>
  isOffsetZone(zone) ? zone : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Zones without a name have one such as `GMT+3`. */
const isWords = (name: string) => !/\d/.test(name) && name !== '';

/** The initials, with and without the S of standard: `Central European Standard Time` is known as CET, `India Standard Time` as IST. */
function abbreviationsOf(name: string): string[] {
  const initials = (words: readonly string[]) => words.map((word) => word[0]?.toUpperCase() ?? '').join('');
  const words = name.split(/[\s-]+/);
  return [initials(words), initials(words.filter((word) => word !== 'Standard'))];
}

function* regions(): Generator<{ code: string; name: string }> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = names.of(first + second);
      if (name !== undefined) yield { code: first + second, name };
    }
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Newer than what TypeScript knows of `Intl`. */
type LocaleWithZones = Intl.Locale & { getTimeZones?(): string[] | undefined; timeZones?: string[] };

/** Not every browser tells the zones of a country. */
function zonesOf(region: string): readonly string[] {
  const locale: LocaleWithZones = new Intl.Locale(`und-${region}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
