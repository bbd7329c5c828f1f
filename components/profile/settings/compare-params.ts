import { createParser, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { COMPARE_UNITS } from '@/lib/profile/view/choice';
import { BASELINES, MOVED_BY } from '../compare/baseline';

const parseAsGroup = createParser<string>({
  parse: (text) => (text === '' || /^[\w-]{1,255}$/.test(text) ? text : null),
  serialize: String,
});

/** What the URL holds of a comparison. */
export const compareSearchParams = {
  baseline: parseAsStringLiteral(BASELINES).withDefault('day'),
  baselineFrom: parseAsString.withDefault(''),
  baselineTo: parseAsString.withDefault(''),
  baselineGroup: parseAsGroup.withDefault(''),
  unit: parseAsStringLiteral(COMPARE_UNITS).withDefault('share'),
  movedBy: parseAsStringLiteral(MOVED_BY).withDefault('total'),
  chance: parseAsStringLiteral(['listed'] as const),
};

export const COMPARE_SENTENCES = {
  baseline: 'The baseline of this link is not known: it is a day before.',
  baselineGroup: 'The baseline’s group of this link can’t be read: it is the page’s own.',
  unit: 'The unit of this link is not known: shares are compared.',
  movedBy: 'What functions are compared by in this link is not known: it is their total.',
  chance:
    'What this link says of small changes is not known: those that chance could have made are left out.',
};
