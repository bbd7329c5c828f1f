import { expect, it } from 'vitest';
import { proposedGroup } from './proposed-group';

it.each([
  ['/tmp/shop.cpuprofile', 'shop'],
  ['CPU.20261124.130000.77.0.001.cpuprofile', 'CPU-20261124-130000-77-0-001'],
  ['checkout service.pb.gz', 'checkout-service'],
  ['C:\\work\\out.folded', 'out'],
  ['app.speedscope.json', 'app'],
  ['…', 'profile'],
])('pushes the file %s to the group %s', (file, group) => {
  expect(proposedGroup(file)).toBe(group);
});
