import { expect, test } from 'vitest';
import { dropUnreadableState } from './router-state';

const left = (state: string | string[] | undefined) => {
  const request = { headers: { rsc: '1', ...(state !== undefined && { 'next-router-state-tree': state }) } };
  dropUnreadableState(request);
  return request.headers;
};

test.each(['', '[]', 'x', '%', '{}', `["",${'{"a":["",'.repeat(5000)}`, ['a', 'b']])(
  'removes the state %j',
  (state) => expect(left(state)).toEqual({ rsc: '1' }),
);

test('leaves a state that Next can read, and requests without one', () => {
  const state = encodeURIComponent('["",{"children":["__PAGE__",{}]},null,null]');
  expect(left(state)).toEqual({ rsc: '1', 'next-router-state-tree': state });
  expect(left(undefined)).toEqual({ rsc: '1' });
});
