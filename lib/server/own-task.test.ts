import { expect, it } from 'vitest';
import { ownTask } from './own-task';

it('lets others do something between any two that wait', async () => {
  const order: string[] = [];
  const waiting = ['a', 'b', 'c'].map((name) => ownTask().then(() => order.push(name)));
  const others = async () => {
    for (let round = 0; round < waiting.length; round++) {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('others');
    }
  };
  await Promise.all([...waiting, others()]);
  expect(order.join(' ')).toMatch(/a others b others c/);
});
