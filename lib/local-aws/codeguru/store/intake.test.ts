import { expect, it } from 'vitest';
import { Intake } from './intake';

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

it('runs a limited number at once and the others in order of arrival', async () => {
  const intake = new Intake(2, 100);
  const gates = [gate(), gate(), gate(), gate()];
  const order: number[] = [];
  const all = gates.map(({ opened }, i) =>
    intake.run(10, async () => {
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

it('throttles when too many bytes are waiting, and continues after failures', async () => {
  const intake = new Intake(1, 15);
  const first = gate();
  const running = intake.run(1000, () => first.opened.then(() => Promise.reject(new Error('out of luck'))));
  const waiting = intake.run(10, async () => 'done');
  await expect(intake.run(6, async () => 'never')).rejects.toMatchObject({
    code: 'ThrottlingException',
    status: 429,
    headers: { 'retry-after': '1' },
  });
  first.open();
  await expect(running).rejects.toThrow('out of luck');
  expect(await waiting).toBe('done');
  expect(await intake.run(1000, async () => 'again')).toBe('again');
});
