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

/** A post: all its samples are in one frame, named after its token. */
type SentPost = { token: string; samples: number; start: number };

export type Tally = { acknowledged: number; counted: number; neverAcknowledged: number };

/**
 * In each round starts local-aws on the same folder, lets clients post concurrently and kills it (SIGKILL) in between.
 * After each start every acknowledged post must be counted exactly once and every other one at most once; throws
 * otherwise. Unacknowledged posts are sent again with their token in the next round. The seed decides after how many posts
 * a server is killed.
 */
export async function killLoop(rounds: number, seed: string, log: (line: string) => void): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'local-aws-kill-loop-'));
  const run = new KillLoop(folder, seed);
  try {
    for (let round = 0; round < rounds; round++) log(`round ${round + 1}: ${await run.round(round)}`);
    return await run.finish(rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class KillLoop {
  readonly #acknowledged = new Map<string, SentPost>();
  /** Sent without an answer: they may or may not be on disk. */
  readonly #unanswered = new Map<string, SentPost>();

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
      const resends = [...this.#unanswered.values()];
      const client = async (number: number) => {
        for (let n = 0; killed === undefined; n++) {
          const token = `r${round}-c${number}-n${n}`;
          const start = now - random.below(3 * HOUR);
          const isAcknowledged = await this.#post(
            child,
            resends.pop() ?? { token, samples: 1 + (n % 7), start },
          );
          if (!isAcknowledged) return;
          answered += 1;
          if (answered === killAt) killed = child.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
      await killed;
      return `killed after ${killAt} posts, ${this.#unanswered.size} unanswered`;
    } finally {
      await child.kill('SIGKILL');
    }
  }

  /** Starts once more, checks all posts and shuts down cleanly. */
  async finish(rounds: number): Promise<Tally> {
    const now = FIRST_NOW + rounds * 20 * MINUTE;
    const child = await startChild(this.folder, now);
    try {
      const counted = await this.#check(child, now);
      return {
        acknowledged: this.#acknowledged.size,
        counted,
        neverAcknowledged: this.#unanswered.size,
      };
    } finally {
      await child.kill('SIGTERM');
    }
  }

  /** Whether the post was acknowledged; false when the server died before it answered. */
  async #post(child: Child, sent: SentPost): Promise<boolean> {
    this.#unanswered.set(sent.token, sent);
    const url = `${child.url}/profilingGroups/${GROUP}/agentProfile?profileToken=${sent.token}`;
    const body = new Uint8Array(
      agentProfile(new Date(sent.start).toISOString(), `${sent.token} ${sent.samples}`),
    );
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (!answer) return false;
    if (answer.status !== 204) throw new Error(`${sent.token}: ${answer.status} ${await answer.text()}`);
    this.#unanswered.delete(sent.token);
    this.#acknowledged.set(sent.token, sent);
    return true;
  }

  /** Returns how many posts are counted; throws when one is lost, doubled or unknown. */
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
      const { samples } = this.#acknowledged.get(token) ?? this.#unanswered.get(token) ?? {};
      if (samples !== count) throw new Error(`${token} counts ${count} instead of ${samples ?? 'nothing'}`);
    }
    return counts.size;
  }
}

/** Samples by frame name; empty when there is no profile. */
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
