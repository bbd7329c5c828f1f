import { createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { COMPARISONS } from '@/lib/farm/compare/earlier-span';

/** The choices of a comparison, and their names in the URL. */
export const COMPARE_CHOICES = [...COMPARISONS, 'none'] as const;
export type CompareChoice = (typeof COMPARE_CHOICES)[number];

/** The parameter of the comparison in the URL of pages of costs. */
export const compareParams = {
  compare: parseAsStringLiteral(COMPARE_CHOICES).withDefault('before'),
};

/** Adds a comparison to the path of a page of costs. */
export const withCompare = createSerializer(compareParams);

export const COMPARE_SENTENCES = {
  compare: 'The comparison in this link is unknown. Comparing with the period before.',
};
