import { createParser } from 'nuqs/server';
import { isFunctionPath, isPathKey } from '@/lib/profile/tree/path-key';
import { formatStateChoice, parseStateChoice, type StateChoice } from '@/lib/profile/tree/states';
import { parseDepth } from '@/lib/profile/view/parse-depth';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';

export const parseAsDepth = createParser<number>({
  parse: (text) => {
    const depth = parseDepth(text);
    return depth === 'malformed' ? null : depth;
  },
  serialize: String,
});

export const parseAsData = createParser<StateChoice>({
  parse: (text) => parseStateChoice(text) ?? null,
  serialize: formatStateChoice,
  eq: (a, b) => formatStateChoice(a) === formatStateChoice(b),
});

/** Empty, or a text that `isValid` accepts. */
const parseAsOptional = (isValid: (text: string) => boolean) =>
  createParser<string>({
    parse: (text) => (text === '' || isValid(text) ? text : null),
    serialize: String,
  });

export const parseAsFocus = parseAsOptional(isFunctionPath);

export const parseAsFunction = parseAsOptional(isPathKey);

export const parseAsGroup = parseAsOptional((text) => GROUP_NAME.test(text));

/** Texts separated by commas; null when there are more than `max` or one is invalid. */
export const parseAsList = (max: number, isValid: (text: string) => boolean) =>
  createParser<readonly string[]>({
    parse: (text) => {
      const list = text.split(',', max + 1).filter((each) => each !== '');
      return list.length <= max && list.every(isValid) ? list : null;
    },
    serialize: (list) => list.join(','),
    eq: (a, b) => a.join() === b.join(),
  });
