import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedCalls } from '../shared-calls';
import { runPush } from './run-push';

const JOB = { bytes: new Uint8Array(), file: 'a.folded', group: 'g', endpoint: 'http://127.0.0.1:1', now: 0 };

/** Runs a push whose worker executes `code` when it gets the job. */
const runWith = (code: string) => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const reply = (message) => parentPort.postMessage(message);
     parentPort.once('message', () => { ${code} });`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } },
  );
  return runPush(JOB, new AbortController().signal, { worker });
};

/** Calls `then` when a worker that prepares at once has done so; counts the permissions to post. */
const preparing = (then: () => void) => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', () => parentPort.postMessage({ isPrepared: true }));`,
    { eval: true },
  );
  worker.on('message', then);
  return { worker, sent: vi.spyOn(worker, 'postMessage') };
};

const ENDS = [
  ['throws', 'throw new Error("secret")'],
  ['exits', 'process.exit(1)'],
  ['reports an unforeseen failure', 'reply({ failure: "secret" })'],
  ['has too little memory', 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length + 0.5))'],
] as const;

it('is not posted when nobody waits any more once the file is read', async () => {
  const leaving = new AbortController();
  const { worker, sent } = preparing(() => leaving.abort(new Error('gone')));
  await expect(runPush(JOB, leaving.signal, { worker })).rejects.toThrow('gone');
  expect(sent).toHaveBeenCalledTimes(1);
});

describe('a push whose worker', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(SharedCalls, 'forgetGroup');
  });
  afterEach(() => vi.restoreAllMocks());

  it.each(ENDS)('%s while it posts may be in part, and is not offered again', async (_what, code) => {
    await expect(runWith(`reply({ isPrepared: true }); ${code}`)).rejects.toMatchObject({
      problem: {
        ...{ code: 'Unexpected', status: 500, retryable: false },
        message: expect.stringMatching(/^a\.folded may have been pushed in part\. Something went wrong/),
      },
    });
    expect(SharedCalls.forgetGroup).toHaveBeenCalledExactlyOnceWith('g');
  });

  it.each(ENDS)('%s before it posts keeps the cached answers', async (_what, code) => {
    await expect(runWith(code)).rejects.toMatchObject({
      problem: { message: expect.not.stringContaining('in part') },
    });
    expect(SharedCalls.forgetGroup).not.toHaveBeenCalled();
  });
});
