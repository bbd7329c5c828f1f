import { expect, it } from 'vitest';
import { CONVERTED_FORMATS, EXPORT_FORMAT_NAMES, isRawFormat, RAW_FORMATS } from './formats';

it('lists raw and converted formats in the order of the menu', () => {
  expect(EXPORT_FORMAT_NAMES).toEqual(['json', 'ion', 'pprof', 'folded', 'speedscope']);
  expect(EXPORT_FORMAT_NAMES.filter(isRawFormat)).toEqual(['json', 'ion']);
});

it('gives every format an extension of its own', () => {
  const extensions = Object.values({ ...RAW_FORMATS, ...CONVERTED_FORMATS }).map(
    ({ extension }) => extension,
  );
  expect(new Set(extensions).size).toBe(extensions.length);
});
