import { expect, it } from 'vitest';
import { BodyBudget } from './body-budget';

it('throttles what exceeds the budget, and has the bytes back when another request is done', () => {
  const budget = new BodyBudget(100);
  const [first, second] = [budget.lease(), budget.lease()];
  first.take(60);
  second.take(40);
  expect(() => second.take(1)).toThrow(expect.objectContaining({ code: 'ThrottlingException', status: 429 }));
  first.release();
  first.release();
  second.take(60);
  expect(() => first.take(1)).toThrow();
  second.release();
  first.take(100);
});
