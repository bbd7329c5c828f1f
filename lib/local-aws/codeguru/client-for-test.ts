import { type StartedForTest, startForTest } from '../started-for-test';
import { agentProfile } from './agent-profile-for-test';

type Connect<Client> = (config: StartedForTest['clientConfig']) => Client;

/** The ARN of a group in local-aws. */
export const arnOf = (name: string) =>
  `arn:aws:codeguru-profiler:us-east-1:000000000000:profilingGroup/${name}`;

/** A started local-aws with a client for it; it can be restarted on the same folder. */
export class ClientForTest<Client> {
  client: Client;

  private constructor(
    readonly connect: Connect<Client>,
    readonly sample: boolean,
    public local: StartedForTest,
  ) {
    this.client = connect(local.clientConfig);
  }

  static async start<Client>(
    connect: Connect<Client>,
    { sample = false } = {},
  ): Promise<ClientForTest<Client>> {
    return new ClientForTest(connect, sample, await startForTest({ sample }));
  }

  /** `between` runs while the server is stopped. */
  async restart(between?: () => Promise<void>): Promise<void> {
    await this.local.stop();
    await between?.();
    this.local = await startForTest({ sample: this.sample, folder: this.local.folder });
    this.client = this.connect(this.local.clientConfig);
  }

  close(): Promise<void> {
    return this.local.close();
  }

  async createGroup(name: string): Promise<void> {
    const clientToken = `token-of-${name}`;
    await this.local.world.profiles.groups.create({
      name,
      clientToken,
      computePlatform: 'Default',
      profilingEnabled: true,
      tags: new Map(),
    });
  }

  /** Posts a profile of 10 seconds that starts at an ISO instant, its tree from text. Throws the name of an exception. */
  async post(name: string, start: string, tree: string): Promise<void> {
    const url = `${this.local.clientConfig.endpoint}/profilingGroups/${name}/agentProfile`;
    const headers = { 'content-type': 'application/json' };
    const body = new Uint8Array(agentProfile(start, tree));
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(answer.headers.get('x-amzn-errortype') ?? 'no exception');
  }
}
