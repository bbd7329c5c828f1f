import { createParser } from 'nuqs/server';
import { type Filter, MAX_FILTERS } from '@/lib/farm/filters/filter';
import { KEY_NAMES, keyOf } from '../key-names';

/** Longer values are no ids or names of AWS. */
const MAX_ID_LENGTH = 2048;

/**
 * Values to keep: `user:f9c1f3f0-…,instance:c6i.4xlarge`. Commas and percent signs in a value are escaped. A value that comes twice
 * is one.
 */
export const parseAsFilters = createParser<Filter[]>({
  parse: (text) => {
    const parts = text.split(',');
    const filters = parts.map(filterOf).filter((filter) => filter !== undefined);
    const different = filters.filter(
      ({ key, id }, at) => filters.findIndex((other) => other.key === key && other.id === id) === at,
    );
    return filters.length === parts.length && different.length <= MAX_FILTERS ? different : null;
  },
  serialize: (filters) =>
    filters.map(({ key, id }) => `${KEY_NAMES[key]}:${id.replace(/[%,]/g, encodeURIComponent)}`).join(),
  eq: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

function filterOf(text: string): Filter | undefined {
  const [name = '', ...rest] = text.split(':');
  const key = rest.length > 0 ? keyOf(name) : undefined;
  const escaped = rest.join(':');
  if (key === undefined || escaped.length > MAX_ID_LENGTH) return undefined;
  return { key, id: escaped.replace(/%(2[5C])/gi, decodeURIComponent) };
}
