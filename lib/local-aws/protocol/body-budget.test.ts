import { expect, it } from 'vitest';
import { BodyBudget } from './body-budget';

it('sends away what there is no room for, and has it again when another request is done', () => {
  const room = new BodyBudget(100);
  const [first, second] = [room.share(), room.share()];
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
