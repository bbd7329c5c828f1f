import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const STOP_LIMIT_MS = 8000;

/** A server that runs as a process of its own, and how it ended. */
export class Child {
  readonly ended: Promise<string>;
  readonly #process: ChildProcess;

  /**
   * Starts `node ...args`. The child is detached, so that Ctrl-C reaches only us and we stop it in order; its
   * channel to us closes when we end, however we end, and that ends it.
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
        resolve(signal ? `was ended by ${signal}` : `ended with status ${status}`),
      );
    });
    if (this.#process.stdout) createInterface({ input: this.#process.stdout }).on('line', onLine);
  }

  send(message: object): void {
    this.#process.send?.(message);
  }

  /** Asks the child to end, and after 8 seconds makes it. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    const hurry = setTimeout(() => this.#process.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(hurry);
  }
}
