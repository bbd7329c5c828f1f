import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';

/** The start command in a separate process, as a person runs it. */
export class TriptychProcess {
  readonly #process: ChildProcess;
  readonly #output: string[] = [];
  readonly #events = new EventEmitter();
  #hasEnded = false;
  readonly ended: Promise<{ status: number | null; signal: string | null }>;

  constructor(args: string[], env: Record<string, string> = {}) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'bin/start.ts', ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.#process, 'exit').then(([status, signal]) => {
      this.#hasEnded = true;
      this.#events.emit('change');
      return { status, signal };
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          this.#output.push(line);
          this.#events.emit('change');
        });
    }
  }

  get output(): string {
    return this.#output.join('\n');
  }

  /** Resolves to the first group of the pattern once the output matches it. Rejects if the process ends first. */
  async printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match[1] ?? match[0];
      if (this.#hasEnded) throw new Error(`ended without printing ${pattern}:\n${this.output}`);
      await once(this.#events, 'change');
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) this.signal('SIGTERM');
    await this.ended;
  }
}
