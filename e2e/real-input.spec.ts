import { drawn, graphs } from './graph';
import { REAL } from './servers';
import { expect, test } from './test';
import { TriptychProcess } from './triptych-process';

test('shows the dashboard’s own profile and canary without sample data', async ({ page }) => {
  test.setTimeout(120_000);
  const triptych = new TriptychProcess([
    '--data',
    test.info().outputPath('data'),
    '--no-sample',
    '--port',
    String(REAL.port),
    '--local-aws-port',
    String(REAL.localAwsPort),
  ]);
  try {
    const url = await triptych.printed(/triptych listening on (http:\S+)/);
    await expect(async () => {
      const times = await page.request.get(`${url}/api/profiling-groups/triptych-server/profile?period=PT5M`);
      expect(times.status()).toBe(200);
    }).toPass({ intervals: [500] });

    await page.goto(`${url}/profiles/triptych-server?latest=PT5M`);
    await drawn(graphs(page), 1);
    await page.goto(`${url}/canaries`);
    await expect(page.getByRole('row').filter({ hasText: 'triptych-dashboard' })).toContainText(
      /Passing since/,
    );
    await expect(page.getByText('sample-')).toHaveCount(0);
  } finally {
    await triptych.stop();
  }
});
