import { createParser } from 'nuqs/server';
import { type Filter, MAX_FILTERS } from '@/lib/farm/filters/filter';
import { KEY_NAMES, keyOf } from '../key-names';

/** Longer values are no ids or names of AWS. */
const MAX_ID_LENGTH = 2048;

/** Values to keep: `user:f9c1f3f0-…,instance:c6i.4xlarge`. Commas and percent signs in a value are escaped. */
export const parseAsFilters = createParser<Filter[]>({
  parse: (text) => {
    const filters = text
      .split(',')
      .map(filterOf)
      .filter((filter) => filter !== undefined);
    return filters.length === text.split(',').length && filters.length <= MAX_FILTERS ? filters : null;
  },
  serialize: (filters) =>
    filters.map(({ key, id }) => `${KEY_NAMES[key]}:${id.replace(/[%,]/g, encodeURIComponent)}`).join(),
  eq: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

function filterOf(text: string): Filter | undefined {
  const key = keyOf(text.slice(0, text.indexOf(':')));
  const escaped = text.slice(text.indexOf(':') + 1);
  if (key === undefined || escaped.length > MAX_ID_LENGTH) return undefined;
  return { key, id: escaped.replace(/%(2[5C])/gi, decodeURIComponent) };
}
