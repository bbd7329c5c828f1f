import {
  type DeadlineClient,
  GetSessionsStatisticsAggregationCommand,
  type GetSessionsStatisticsAggregationRequest,
} from '@aws-sdk/client-deadline';

/** A page of an aggregation, once that is no longer in progress. */
export async function settledPage(client: DeadlineClient, input: GetSessionsStatisticsAggregationRequest) {
  for (;;) {
    const page = await client.send(new GetSessionsStatisticsAggregationCommand(input));
    if (page.status !== 'IN_PROGRESS') return page;
  }
}
