import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CodeGuruProfilerClient,
  GetProfileCommand,
  ListProfilingGroupsCommand,
} from '@aws-sdk/client-codeguruprofiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest, TEST_NOW } from '@/lib/local-aws/started-for-test';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { print } from '@/lib/profile/testing/text';
import { postPush } from './post-push';
import { preparePush } from './prepare-push';

let local: StartedForTest;
let endpoint: string;
let client: CodeGuruProfilerClient;
beforeAll(async () => {
  local = await startForTest({ sample: false });
  ({ endpoint } = local.clientConfig);
  client = new CodeGuruProfilerClient(local.clientConfig);
});
afterAll(() => local.close());

const push = (group: string, content = 'main 1', { at = TEST_NOW, to = endpoint } = {}) =>
  postPush(
    to,
    group,
    preparePush(
      { bytes: Buffer.from(content), file: 'a.folded', at, options: {}, surface: 'command' },
      TEST_NOW,
    ),
  );

const groups = async () => (await client.send(new ListProfilingGroupsCommand({}))).profilingGroupNames;

async function stacksOf(profilingGroupName: string) {
  const range = { startTime: new Date('2026-11-24T14:30:00Z'), period: 'PT5M', accept: 'application/json' };
  const { profile } = await client.send(new GetProfileCommand({ profilingGroupName, ...range }));
  return print(decodeProfile(profile ?? new Uint8Array()).tree);
}

async function serving<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming;
  const forwarded = request(`${endpoint}${incoming.url}`, { method, headers }, (answered) => {
    outgoing.writeHead(answered.statusCode ?? 0, answered.headers);
    answered.pipe(outgoing);
  });
  incoming.pipe(forwarded);
}

const isPost = ({ url = '' }: IncomingMessage) => url.includes('agentProfile');

/** Answers a request with an error of the service. */
const answerError = (response: ServerResponse, status: number, name: string) =>
  response.writeHead(status, { 'x-amzn-errortype': name }).end('{"message":"ENOSPC: /home/me/secret"}');

describe('postPush', () => {
  it('leaves samples alone that others posted to its new group, when its own post is refused', async () => {
    let wasOther = false;
    const listener: RequestListener = async (incoming, outgoing) => {
      const isLast = isPost(incoming) && (await groups())?.includes('shared');
      if (!isLast) return forward(incoming, outgoing);
      wasOther = true;
      await push('shared', 'other 7');
      answerError(outgoing, 400, 'ValidationException');
    };
    const refused = serving(listener, (to) => push('shared', 'main 1', { to }));
    await expect(refused).rejects.toThrow("a.folded can't be pushed.");
    expect([wasOther, await stacksOf('shared')]).toEqual([true, ['other RUNNABLE=7']]);
  });

  it('deletes nothing after a post without an answer, which may have been accepted', async () => {
    const methods: string[] = [];
    const listener: RequestListener = (incoming, outgoing) => {
      methods.push(incoming.method ?? '');
      if (isPost(incoming)) outgoing.socket?.destroy();
      else if (incoming.method === 'GET') answerError(outgoing, 404, 'ResourceNotFoundException');
      else outgoing.end('{}');
    };
    await expect(serving(listener, (to) => push('lost', 'main 1', { to }))).rejects.toThrow(
      expect.objectContaining({
        ...{ name: 'NotAnswered', hasPosted: true },
        message: expect.stringMatching(/^a\.folded may have been pushed in part\. /),
      }),
    );
    expect(methods).toEqual(['GET', 'POST']);
  });

  it('creates no group for a file that local-aws refuses', async () => {
    await expect(push('ahead', 'main 1', { at: TEST_NOW + 3_600_000 })).rejects.toThrow(
      "a.folded can't be pushed. Its start is more than 15 minutes in the future.",
    );
    expect(await groups()).not.toContain('ahead');
  });

  it('pushes files for the same new group at the same time', async () => {
    const pushed = await Promise.all([1, 2, 4, 8].map((samples) => push('race', `main ${samples}`)));
    expect(pushed.filter(({ isNewGroup }) => isNewGroup)).toHaveLength(1);
    expect(await stacksOf('race')).toEqual(['main RUNNABLE=15']);
  });

  it.each([
    [500, 'InternalServerException', 'local-aws failed to store it: its log has the details.', false],
    [429, 'ThrottlingException', 'local-aws has too many posts to process.', true],
  ])('reports a post answered with %i as no fault of the file, without its text', async (...answer) => {
    const [status, name, reason, isBusy] = answer;
    const listener: RequestListener = (incoming, outgoing) =>
      isPost(incoming) ? answerError(outgoing, status, name) : forward(incoming, outgoing);
    await expect(serving(listener, (to) => push('full', 'main 1', { to }))).rejects.toThrow(
      expect.objectContaining({
        ...{ name: 'LocalAwsFailed', isBusy, hasPosted: false },
        message: `a.folded was not pushed. ${reason} Try again in a few seconds.`,
      }),
    );
  });

  it('explains that there are too many groups, and that its group was deleted', async () => {
    const failing =
      (name: string): RequestListener =>
      (incoming, outgoing) =>
        incoming.url?.startsWith('/profilingGroups?')
          ? answerError(outgoing, 402, name)
          : forward(incoming, outgoing);
    const pushTo = (name: string) => serving(failing(name), (to) => push('more', 'main 1', { to }));
    await expect(pushTo('ServiceQuotaExceededException')).rejects.toThrow(
      "a.folded can't be pushed. local-aws can't have more profiling groups.",
    );
    await expect(pushTo('ConflictException')).rejects.toThrow(
      "a.folded can't be pushed. The profiling group more was deleted in the meantime.",
    );
  });
});
