import { expect, it } from 'vitest';
import { killLoop } from './kill-loop';

/** 100 rounds: npm run kill-loop -- 100 */
it('loses and doubles no acknowledged post when it is killed, 10 times over', async () => {
  const rounds: string[] = [];
  const { acknowledged, counted } = await killLoop(10, 'ci', (line) => rounds.push(line));
  expect(rounds).toHaveLength(10);
  expect(acknowledged).toBeGreaterThan(100);
  expect(counted).toBeGreaterThanOrEqual(acknowledged);
}, 120_000);
