import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CodeGuruProfilerClient,
  DeleteProfilingGroupCommand,
  GetRecommendationsCommand,
  SubmitFeedbackCommand,
  type SubmitFeedbackCommandInput,
} from '@aws-sdk/client-codeguruprofiler';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClientForTest } from '../client-for-test';

const profilingGroupName = 'sample-checkout-service';
const RANGE = { startTime: new Date('2026-11-22T12:00:00Z'), endTime: new Date('2026-11-24T00:00:00Z') };

let aws: ClientForTest<CodeGuruProfilerClient>;
let anomalyInstanceId: string | undefined;

const instances = async () => {
  const found = await aws.client.send(new GetRecommendationsCommand({ profilingGroupName, ...RANGE }));
  return found.anomalies?.flatMap(({ instances }) => instances ?? []) ?? [];
};

const feedback = async () =>
  (await instances()).find(({ id }) => id === anomalyInstanceId)?.userFeedback?.type;

const submit = (input: Partial<SubmitFeedbackCommandInput> = {}) =>
  aws.client.send(
    new SubmitFeedbackCommand({ profilingGroupName, anomalyInstanceId, type: 'Positive', ...input }),
  );

beforeEach(async () => {
  aws = await ClientForTest.start((config) => new CodeGuruProfilerClient(config), { sample: true });
  anomalyInstanceId = (await instances())[0]?.id;
});
afterEach(() => aws.close());

it('stores the latest feedback across a restart', async () => {
  expect(await feedback()).toBeUndefined();
  expect((await submit({ comment: 'a known batch' })).$metadata.httpStatusCode).toBe(204);
  expect(await feedback()).toBe('Positive');
  await submit({ type: 'Negative' });
  await aws.restart();
  expect(await feedback()).toBe('Negative');
  expect((await instances())[1]?.userFeedback).toBeUndefined();
});

it('loses no concurrent feedback', async () => {
  const ids = (await instances()).map(({ id }) => id);
  await Promise.all(ids.map((id) => submit({ anomalyInstanceId: id })));
  expect((await instances()).map(({ userFeedback }) => userFeedback?.type)).toEqual(
    ids.map(() => 'Positive'),
  );
});

it('sets aside a damaged file', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await submit();
  const folder = join(aws.local.folder, 'profiles', profilingGroupName);
  await writeFile(join(folder, 'feedback.json'), '{"feedback":[');
  expect(await feedback()).toBeUndefined();
  await submit();
  expect(await feedback()).toBe('Positive');
  expect(await readdir(folder)).toContain(`feedback.json.damaged-${aws.local.clock.now()}`);
  log.mockRestore();
});

it('finds no instance of another group, no id that was never issued, and no deleted group', async () => {
  const refused = { name: 'ResourceNotFoundException' };
  const unknown = { anomalyInstanceId: '00000000-0000-4000-8000-000000000000' };
  await expect(submit(unknown)).rejects.toMatchObject(refused);
  await expect(submit({ profilingGroupName: 'sample-render-worker' })).rejects.toMatchObject(refused);
  await aws.client.send(new DeleteProfilingGroupCommand({ profilingGroupName }));
  await expect(submit()).rejects.toMatchObject(refused);
});

it.each<[string, Partial<SubmitFeedbackCommandInput>]>([
  ['an invalid id', { anomalyInstanceId: 'one' }],
  ['an unknown type', { type: 'Neutral' as 'Positive' }],
  ['no type', { type: undefined }],
  ['a comment of 4,097 characters', { comment: 'x'.repeat(4097) }],
])('refuses %s', async (_what, input) => {
  await expect(submit(input)).rejects.toMatchObject({ name: 'ValidationException' });
});
