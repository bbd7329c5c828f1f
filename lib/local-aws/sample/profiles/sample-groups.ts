import { readFile } from 'node:fs/promises';
import { decodeProfile } from '@/lib/profile/codec/decode';
import type { Group } from '../../codeguru/store/groups-file';
import type { Post } from '../../codeguru/store/posts';
import type { SampleGroup } from '../../codeguru/store/sample-group';
import { checkoutService } from './checkout-service';
import { GeneratedProfiles } from './generated-profiles';
import { renderWorker } from './render-worker';

/** Start of the sample services' profiles. */
const SINCE = Date.UTC(2025, 11, 1);

/** Start and arrival of the captured profile of the official Python agent. */
const CAPTURED_START = Date.parse('2026-11-21T22:28:58.071Z');
const CAPTURED_END = Date.parse('2026-11-21T22:29:00.995Z');

const group = (name: string, createdAt: number): Group => ({
  name,
  computePlatform: 'Default',
  createdAt,
  updatedAt: createdAt,
  profilingEnabled: true,
});

export function sampleGroups(): SampleGroup[] {
  const oneASecond = { RUNNABLE: 1, BLOCKED: 1, NATIVE: 1, WAITING: 1, TIMED_WAITING: 1, IDLE: 1 };
  return [
    {
      group: group('sample-checkout-service', SINCE),
      generated: new GeneratedProfiles(checkoutService, SINCE, oneASecond),
    },
    {
      group: group('sample-render-worker', SINCE),
      generated: new GeneratedProfiles(renderWorker, SINCE, { WALL_TIME: 10 }),
    },
    { group: group('captured-python-agent', CAPTURED_START), captured: capturedPost },
  ];
}

async function capturedPost(): Promise<Post> {
  const file = new URL('./fixtures/agent-profile-python-1.2.6.json', import.meta.url);
  return {
    profile: decodeProfile(await readFile(file)),
    start: CAPTURED_START,
    token: 'captured-python-agent',
    receivedAt: CAPTURED_END,
  };
}
