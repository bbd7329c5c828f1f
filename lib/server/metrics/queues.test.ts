import { expect, test } from 'vitest';
import { metricsText } from './metrics';
import { watchQueues } from './queues';

test('shows the present length of each watched queue', async () => {
  let length = 3;
  watchQueues('of a test', () => ({ for_a_test: length }));
  const shown = async () => (await metricsText()).text;
  expect(await shown()).toContain('triptych_waiting{queue="for_a_test"} 3\n');
  length = 0;
  expect(await shown()).toContain('triptych_waiting{queue="for_a_test"} 0\n');
});
