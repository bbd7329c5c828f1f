import { expect, it } from 'vitest';
import { killLoop } from './kill-loop';

/** For 100 rounds: npm run kill-loop -- 100 */
it('neither loses nor doubles an acknowledged post when it is killed 10 times', async () => {
  const rounds: string[] = [];
  const { acknowledged, counted } = await killLoop(10, 'ci', (line) => rounds.push(line));
  expect(rounds).toHaveLength(10);
  expect(acknowledged).toBeGreaterThan(100);
  expect(counted).toBeGreaterThanOrEqual(acknowledged);
}, 120_000);
