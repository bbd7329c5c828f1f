import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { operation } from '../operation';
import { positionOf, tokenAt } from '../pages';
import { statisticsPage } from '../statistics/statistics-output';
import { statisticsOf } from '../statistics/statistics-row';
import { aggregationId, farmId, paging } from '../wire/inputs';

/**
 * Not documented, our choice [?]: no rows unless COMPLETED; a status message only with FAILED and TIMEOUT; rows
 * in the order of their buckets, and within one in an order that stays, but is not that of the ids. A token is
 * judged first, so that one of another farm, aggregation or maxResults, or of yesterday, is a ValidationException;
 * then an aggregation that the farm hasn't, or whose hour is over, is a ResourceNotFoundException.
 */
export const getSessionsStatisticsAggregation = operation({
  name: 'GetSessionsStatisticsAggregation',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/sessions-statistics-aggregation',
  errors: usualErrors,
  output: statisticsPage,
  input: z.object({ farmId, aggregationId, ...paging }),
  handle: async (input, { world }) => {
    const { farmId, aggregationId, maxResults } = input;
    const binding = ['GetSessionsStatisticsAggregation', farmId, aggregationId];
    const first = positionOf(world, input, binding);
    world.farms.farm(farmId);
    const { table } = world.farms.aggregations;
    const aggregation = await table.find(farmId, aggregationId, world.clock.now());
    if (!aggregation) throw notFound('aggregation', aggregationId);
    const { ask, status, message } = aggregation;
    if (status !== 'COMPLETED') {
      return { body: { statistics: [], status, ...(message ? { statusMessage: message } : {}) } };
    }
    const rows = await table.rows(aggregationId, ask.groupBy, first, maxResults + 1);
    const statistics = rows.slice(0, maxResults).map((row) => statisticsOf(row, ask.statistics));
    const more = rows.length > maxResults;
    const next = more ? { nextToken: tokenAt(world, input, binding, first + maxResults) } : {};
    return { body: { statistics, status, ...next } };
  },
});
