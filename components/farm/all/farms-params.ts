import { orderParam } from '@/lib/answer/order-param';
import { FARM_COLUMNS } from '@/lib/farm/all/order-farms';

/** The parameters of the page of all farms in its URL. */
export const farmsParams = {
  sort: orderParam(FARM_COLUMNS).withDefault({ by: 'cost', descending: true }),
};

export const FARMS_SENTENCES = {
  sort: 'The order of farms in this link is unknown. Showing the most expensive first.',
};
