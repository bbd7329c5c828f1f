import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Longer than the dashboard's server waits for running requests and for what it archives. */
const STOP_TIMEOUT_MS = 17_000;

/** A server in a child process. */
export class Child {
  /** Resolves to how the process ended. */
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;

  /**
   * Starts `node ...args`. The child is detached, so that Ctrl-C reaches only this process, which then stops its children in order.
   * When this process ends in any way, the IPC channel closes and the child exits.
   */
  constructor(
    readonly name: string,
    args: string[],
    env: NodeJS.ProcessEnv,
    onLine: (line: string) => void = () => undefined,
  ) {
    this.#process = spawn(process.execPath, args, {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (error) => resolve(error.message));
      this.#process.once('exit', (status, signal) =>
        resolve(signal ? `was terminated by ${signal}` : `exited with status ${status}`),
      );
    });
    if (this.#process.stdout) createInterface({ input: this.#process.stdout }).on('line', onLine);
  }

  send(message: object): void {
    this.#process.send?.(message);
  }

  /** Asks the child to stop, and kills it after a timeout. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    const kill = setTimeout(() => this.#process.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.ended;
    clearTimeout(kill);
  }
}
