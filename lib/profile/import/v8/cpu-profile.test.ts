import { expect, test } from 'vitest';
import { decodeProfile } from '../../codec/decode';
import { encodeJson } from '../../codec/encode';
import { print } from '../../testing/text';
import { agentProfile, type CpuProfile } from './cpu-profile';

const node = (id: number, functionName: string, url: string, hitCount: number, children: number[] = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 6, columnNumber: 0 },
  hitCount,
  children,
});

const profile: CpuProfile = {
  nodes: [
    node(1, '(root)', '', 0, [2, 3, 4, 5, 10]),
    node(2, '(program)', '', 3),
    node(3, '(idle)', '', 900),
    node(4, '(garbage collector)', '', 7),
    node(5, 'emit', 'node:events', 1, [6, 8]),
    node(6, 'NextNodeServer.handleRequest', '/app/node_modules/next/dist/server/next-server.js', 0, [7]),
    node(7, 'getProfileView', 'file:///app/lib/server/profiler/get-profile-view.ts', 40),
    node(8, 'NextNodeServer.handleRequest', '/app/node_modules/next/dist/server/next-server.js', 5, [9]),
    node(9, 'getProfileView', 'file:///app/lib/server/profiler/get-profile-view.ts', 2),
    node(10, 'writev', '', 4),
  ],
};

const recorded = { profile, start: 1_795_300_000_000, end: 1_795_300_010_000 };

test('names frames as agents do and counts idle time as IDLE', () => {
  expect(print(agentProfile(recorded, { folder: '/app' }).tree)).toEqual([
    '<Program> RUNNABLE=3',
    '<Idle> IDLE=900',
    '<GC> RUNNABLE=7',
    'node:events:emit RUNNABLE=1',
    '  next.dist.server.next-server:NextNodeServer:handleRequest RUNNABLE=5',
    '    lib.server.profiler.get-profile-view:getProfileView RUNNABLE=42',
    '<native>:writev RUNNABLE=4',
  ]);
});

test('has the recorded times and the samples per second', () => {
  const { start, end, sampleWeights } = agentProfile(recorded, { folder: '/app' });
  expect({ start, end }).toEqual({ start: recorded.start, end: recorded.end });
  expect(sampleWeights).toEqual({ RUNNABLE: 96.2, IDLE: 96.2 });
});

test('survives a round trip through JSON', () => {
  const sent = agentProfile(recorded, { folder: '/app' });
  const read = decodeProfile(encodeJson(sent));
  expect(print(read.tree)).toEqual(print(sent.tree));
  expect(read.sampleWeights).toEqual(sent.sampleWeights);
});

test('converts an empty profile to an empty tree', () => {
  const empty = agentProfile(
    { ...recorded, profile: { nodes: [node(1, '(root)', '', 0)] } },
    { folder: '/app' },
  );
  expect(print(empty.tree)).toEqual([]);
  expect(empty.sampleWeights).toEqual({});
});
