import { expect, it } from 'vitest';
import { ownNameStart } from './own-name-start';

it.each([
  ['SocketInputStream.socketRead0', '.socketRead0'],
  ['BigDecimal.<init>', '.<init>'],
  ['a.b.C.run', '.run'],
  ['std::vector::push_back', '::push_back'],
  ['deepcopy', 'deepcopy'],
  ['__main__ <module>', '__main__ <module>'],
  ['operator.(x, y)', 'operator.(x, y)'],
  ['.hidden', '.hidden'],
  ['17 framework frames', '17 framework frames'],
])('starts the own name of %s at %s', (label, own) => {
  expect(label.slice(ownNameStart(label))).toBe(own);
});
