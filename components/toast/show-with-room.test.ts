import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, expect, test } from 'vitest';
import { MAX_LASTING, showWithRoom } from './show-with-room';

beforeEach(() => notifications.clean());

const shown = () => notificationsStore.getState().notifications.map(({ title }) => title);
const lasting = (id: string, title = id) => showWithRoom({ id, title, message: '', autoClose: false });

test('shows a short message at once however many others nobody has closed', () => {
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) lasting(name);
  showWithRoom({ title: 'Link copied', message: '' });
  expect(shown()).toEqual(['e', 'f', 'g', 'Link copied']);
  expect(notificationsStore.getState().queue).toEqual([]);
});

test('renews a message of the same id in its place', () => {
  for (const name of ['a', 'b', 'c'].slice(0, MAX_LASTING)) lasting(name);
  for (let time = 0; time < 20; time++) lasting('b', `b at ${time}`);
  expect(shown()).toEqual(['a', 'b at 19', 'c']);
});
