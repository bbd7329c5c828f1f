import { z } from 'zod';
import { JsonText } from '../../protocol/operation';
import { notFound, usualErrors } from '../errors';
import { operation } from '../operation';
import { positionOf, tokenAt } from '../pages';
import { statisticsPage } from '../statistics/statistics-output';
import { aggregationId, farmId, paging } from '../wire/inputs';

/**
 * Not documented, our choice [?]: no rows unless COMPLETED; a status message only with FAILED and TIMEOUT; rows sorted by
 * bucket, and within a bucket in a stable order that is not that of the ids. A token is checked first: one of another
 * farm, aggregation or maxResults, or an expired one, is a ValidationException. An aggregation that the farm doesn't
 * have, or that started an hour ago or earlier, is a ResourceNotFoundException. The rows of an aggregation never change,
 * so pages count positions.
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
    const first = Number(positionOf(world, input, binding) ?? 0);
    world.farms.farm(farmId);
    const { table } = world.farms.aggregations;
    const aggregation = await table.find(farmId, aggregationId, world.clock.now());
    if (!aggregation) throw notFound('aggregation', aggregationId);
    const { request, status, message } = aggregation;
    if (status !== 'COMPLETED') {
      return { body: { statistics: [], status, ...(message ? { statusMessage: message } : {}) } };
    }
    const rows = await table.rows(aggregationId, request, first, maxResults + 1);
    const statistics = rows.slice(0, maxResults).join();
    const hasMore = rows.length > maxResults;
    const next = hasMore ? { nextToken: tokenAt(world, input, binding, first + maxResults) } : {};
    return {
      body: new JsonText(`{"statistics":[${statistics}],${JSON.stringify({ status, ...next }).slice(1)}`),
    };
  },
});
