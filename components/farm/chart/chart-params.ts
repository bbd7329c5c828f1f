import { createParser, parseAsStringLiteral } from 'nuqs/server';
import { MAX_CATEGORIES } from '@/lib/farm/series';

/** One chart of all groups, or one for each. */
export const CHART_KINDS = ['stacked', 'separate'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

const parseAsTop = createParser({
  parse: (text) => (/^[1-9]$/.test(text) && Number(text) <= MAX_CATEGORIES ? Number(text) : null),
  serialize: String,
});

/** The parameters of the charts in the URL of a farm: how many groups have a colour of their own, and the kind of chart. */
export const chartParams = {
  top: parseAsTop.withDefault(MAX_CATEGORIES),
  charts: parseAsStringLiteral(CHART_KINDS).withDefault('stacked'),
};

export const CHART_SENTENCES = {
  top: `The number of groups in this link is not 1 to ${MAX_CATEGORIES}. Showing ${MAX_CATEGORIES}.`,
  charts: 'The kind of chart in this link is unknown. Showing all groups in one chart.',
};
