import { setTimeout as wait } from 'node:timers/promises';
import { processWide } from './process-wide';

type Options = {
  /** What the log names it. */
  name: string;
  /** The first viewers after a start come first, milliseconds. */
  firstAfterMs: number;
  pauseMs: number;
  work(): Promise<void>;
};

/** Does some work again and again, once in the process, with a pause after each time. Logs what fails. Keeps no process alive. */
export const repeat = (options: Options): void =>
  void processWide(`repeated ${options.name}`, () => run(options));

async function run({ name, firstAfterMs, pauseMs, work }: Options): Promise<never> {
  await wait(firstAfterMs, undefined, { ref: false });
  for (;;) {
    await work().catch((error: Error) => console.error(`${name}:`, error.message));
    await wait(pauseMs, undefined, { ref: false });
  }
}
