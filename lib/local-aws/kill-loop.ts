import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { type Child, startChild } from './child-for-test';
import { agentProfile } from './codeguru/agent-profile-for-test';
import { Random } from './sample/random';

const FIRST_NOW = Date.parse('2026-11-24T10:00:00Z');
const CLIENTS = 6;
const GROUP = 'triptych-server';

/** A post that was sent: all its samples are of one frame, called like its token. */
type Sent = { token: string; samples: number; start: number };

export type Tally = { acknowledged: number; counted: number; neverAcknowledged: number };

/**
 * Starts local-aws, has clients post at once, kills it (SIGKILL) in the middle, starts it again on the same folder, so
 * many rounds, without repair by hand. After each start every acknowledged post must be counted exactly once, every
 * other at most once; throws when one isn't. What was not acknowledged is posted again with its token in the next
 * round. When a server is killed is a function of the seed, counted in posts.
 */
export async function killLoop(rounds: number, seed: string, say: (line: string) => void): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-kill-loop-'));
  const run = new KillLoop(folder, seed);
  try {
    for (let round = 0; round < rounds; round++) say(`round ${round + 1}: ${await run.round(round)}`);
    return await run.last(rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class KillLoop {
  readonly #acknowledged = new Map<string, Sent>();
  /** Sent without an answer: on disk or not. */
  readonly #open = new Map<string, Sent>();

  constructor(
    readonly folder: string,
    readonly seed: string,
  ) {}

  async round(round: number): Promise<string> {
    const now = FIRST_NOW + round * 20 * MINUTE;
    const child = await startChild(this.folder, now);
    try {
      await this.#check(child, now);
      const random = new Random(this.seed, `round ${round}`);
      const killAt = 1 + random.below(80);
      let answered = 0;
      let killed: Promise<void> | undefined;
      const again = [...this.#open.values()];
      const client = async (number: number) => {
        for (let n = 0; killed === undefined; n++) {
          const token = `r${round}-c${number}-n${n}`;
          const start = now - random.below(3 * HOUR);
          const isAcknowledged = await this.#post(
            child,
            again.pop() ?? { token, samples: 1 + (n % 7), start },
          );
          if (!isAcknowledged) return;
          answered += 1;
          if (answered === killAt) killed = child.end('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
      await killed;
      return `killed at post ${killAt}, ${this.#open.size} without an answer`;
    } finally {
      await child.end('SIGKILL');
    }
  }

  /** Starts once more, checks, and ends in order. */
  async last(rounds: number): Promise<Tally> {
    const now = FIRST_NOW + rounds * 20 * MINUTE;
    const child = await startChild(this.folder, now);
    try {
      const counted = await this.#check(child, now);
      return {
        acknowledged: this.#acknowledged.size,
        counted,
        neverAcknowledged: this.#open.size,
      };
    } finally {
      await child.end('SIGTERM');
    }
  }

  /** Whether it was acknowledged; false when the server was gone before it answered. */
  async #post(child: Child, sent: Sent): Promise<boolean> {
    this.#open.set(sent.token, sent);
    const url = `${child.url}/profilingGroups/${GROUP}/agentProfile?profileToken=${sent.token}`;
    const body = new Uint8Array(
      agentProfile(new Date(sent.start).toISOString(), `${sent.token} ${sent.samples}`),
    );
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (!answer) return false;
    if (answer.status !== 204) throw new Error(`${sent.token}: ${answer.status} ${await answer.text()}`);
    this.#open.delete(sent.token);
    this.#acknowledged.set(sent.token, sent);
    return true;
  }

  /** How many posts are counted; throws when one is lost, doubled or unknown. */
  async #check(child: Child, now: number): Promise<number> {
    const counts = await countsOf(child.url, FIRST_NOW - 4 * HOUR, now + HOUR);
    for (const { token, samples } of this.#acknowledged.values()) {
      if (counts.get(token) !== samples) {
        throw new Error(
          `${token} was acknowledged with ${samples} and counts ${counts.get(token) ?? 'nothing'}`,
        );
      }
    }
    for (const [token, count] of counts) {
      const { samples } = this.#acknowledged.get(token) ?? this.#open.get(token) ?? {};
      if (samples !== count) throw new Error(`${token} counts ${count} instead of ${samples ?? 'nothing'}`);
    }
    return counts.size;
  }
}

/** Samples by the name of their frame; empty when there is no profile. */
async function countsOf(url: string, from: number, to: number): Promise<Map<string, number>> {
  const range = `startTime=${new Date(from).toISOString()}&endTime=${new Date(to).toISOString()}`;
  const answer = await fetch(`${url}/profilingGroups/${GROUP}/profile?${range}`);
  if (answer.status === 404) return new Map();
  if (!answer.ok) throw new Error(`GetProfile: ${answer.status} ${await answer.text()}`);
  const { tree } = decodeProfile(new Uint8Array(await answer.arrayBuffer()));
  const counts = new Map<string, number>();
  for (let node = 1; node < tree.name.length; node++) {
    const samples = tree.self.reduce((sum, column) => sum + (column[node] ?? 0), 0);
    counts.set(tree.names[tree.name[node] ?? 0] ?? '', samples);
  }
  return counts;
}
