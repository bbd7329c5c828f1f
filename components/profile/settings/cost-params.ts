import { createParser, type inferParserType, parseAsStringLiteral } from 'nuqs/server';
import { textParam } from '@/lib/answer/text-param';
import { FARM_ID } from '@/lib/farm/ids';

/** The times whose cost tables show: that of the profile, an hour, or a year. */
export const COST_TIMES = ['time', 'hour', 'year'] as const;
export type CostTime = (typeof COST_TIMES)[number];

/** Maximum price of an instance, US dollars an hour, and maximum number of instances. */
export const MAX_PRICE = 100_000;
export const MAX_INSTANCES = 1_000_000;
export const MAX_TYPE_LENGTH = 40;

/** Parses a number above 0, at most `max` and with at most six decimals; undefined if it is none. */
export function parseAmount(text: string, max: number): number | undefined {
  const amount = /^\d{0,7}(\.\d{1,6})?$/.test(text) ? Number(text) : 0;
  return amount > 0 && amount <= max ? amount : undefined;
}

const parseAsAmount = (max: number) =>
  createParser<number>({ parse: (text) => parseAmount(text, max) ?? null, serialize: String });

/** Parameters in the URL for what the frames of a profile cost. */
export const costParams = {
  /** US dollars an hour of one instance; null without a price. */
  price: parseAsAmount(MAX_PRICE),
  /** Instances at that price; a fraction is an average. */
  instances: parseAsAmount(MAX_INSTANCES).withDefault(1),
  /** Name of their type, which is only shown. */
  instanceType: textParam(MAX_TYPE_LENGTH).withDefault(''),
  /** The farm whose costs are those of the profile, in place of a price. */
  cost: createParser<string>({ parse: (text) => (FARM_ID.test(text) ? text : null), serialize: String }),
  costPer: parseAsStringLiteral(COST_TIMES).withDefault('time'),
};

export type CostSettings = inferParserType<typeof costParams>;

/** Whether frames have a cost. */
export const hasCost = ({ price, cost }: Pick<CostSettings, 'price' | 'cost'>): boolean =>
  price !== null || cost !== null;

/** The settings without any cost. */
export const NO_COST: Omit<CostSettings, 'costPer'> = {
  price: null,
  instances: 1,
  instanceType: '',
  cost: null,
};
