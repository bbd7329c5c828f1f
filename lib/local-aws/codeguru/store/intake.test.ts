import { expect, it } from 'vitest';
import { Intake } from './intake';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it('lets so many in at once, the others in the order in which they came', async () => {
  const intake = new Intake(2, 100);
  const gates = [gate(), gate(), gate(), gate()];
  const order: number[] = [];
  const all = gates.map(({ opened }, i) =>
    intake.take(10, async () => {
      order.push(i);
      await opened;
    }),
  );
  expect(order).toEqual([0, 1]);
  gates[1]?.open();
  await all[1];
  await Promise.resolve();
  expect(order).toEqual([0, 1, 2]);
  for (const { open } of gates) open();
  await Promise.all(all);
  expect(order).toEqual([0, 1, 2, 3]);
});

it('refuses who finds too many bytes waiting, and goes on after failures', async () => {
  const intake = new Intake(1, 15);
  const first = gate();
  const inside = intake.take(1000, () => first.opened.then(() => Promise.reject(new Error('out of luck'))));
  const waiting = intake.take(10, async () => 'done');
  await expect(intake.take(6, async () => 'never')).rejects.toMatchObject({
    code: 'ThrottlingException',
    status: 429,
    headers: { 'retry-after': '1' },
  });
  first.open();
  await expect(inside).rejects.toThrow('out of luck');
  expect(await waiting).toBe('done');
  expect(await intake.take(1000, async () => 'again')).toBe('again');
});
