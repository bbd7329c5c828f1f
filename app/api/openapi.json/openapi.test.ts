import { readdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { methodsAt } from '@/lib/server/http/methods';
import { callRoute } from '@/lib/server/test-support';
import { API_ROUTES } from './api-routes';
import { GET } from './route';

type Parameter = { name: string; in: string; required: boolean; description?: string; schema: object };
type Operation = { summary: string; parameters: Parameter[]; requestBody?: object; security: object[] };

const description = async () => (await callRoute(GET)).body;
const operations = async (): Promise<Record<string, Record<string, Operation>>> =>
  (await description()).paths;

test('is valid OpenAPI', async () => {
  const validator = new Validator();
  const result = await validator.validate(await description());
  expect(result).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('has every route of the API, with the methods that its path supports', async () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => file.endsWith('/route.ts') && !/unknown|openapi/.test(file));
  const paths = own.map((file) => `/api/${file.slice(0, -'/route.ts'.length)}`);
  expect(Object.keys(API_ROUTES).toSorted()).toEqual(paths.toSorted());
  for (const [path, methods] of Object.entries(await operations())) {
    const supported = methodsAt(path).filter((method) => method !== 'HEAD' && method !== 'OPTIONS');
    expect(Object.keys(methods).toSorted(), path).toEqual(
      supported.map((method) => method.toLowerCase()).toSorted(),
    );
  }
});

test('says of each what it does, and names every part of its path', async () => {
  for (const [path, methods] of Object.entries(await operations()))
    for (const { summary, parameters } of Object.values(methods)) {
      expect(summary, path).toMatch(/^[A-Z].+\.$/);
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
});

test('has the rules by which requests are checked, and what is left out by default', async () => {
  const { get } = (await operations())['/api/canaries/{name}/runs'] ?? {};
  expect(get?.parameters).toContainEqual({
    ...{ name: 'maxResults', in: 'query', required: false },
    schema: { type: 'string', pattern: '^\\d{1,9}$' },
    description: 'Must be a whole number from 1 to 100.',
  });
  expect(get?.parameters).toContainEqual(
    expect.objectContaining({
      name: 'name',
      required: true,
      schema: expect.objectContaining({ pattern: expect.any(String) }),
    }),
  );
  const { post } = (await operations())['/api/farms/{farmId}/costs'] ?? {};
  expect(post?.requestBody).toMatchObject({
    content: {
      'application/json': { schema: { required: expect.arrayContaining(['startTime', 'endTime']) } },
    },
  });
});

test('says who may send what', async () => {
  const all = await operations();
  expect(all['/api/farms']?.get?.security).toEqual([{ session: [] }, { token: [] }]);
  expect(all['/api/notes']?.post?.security).toEqual([{ session: [] }, { program: [] }]);
  expect(all['/api/notes']?.post).toHaveProperty(
    'description',
    'Only operators may add, change and delete notes.',
  );
  expect(all['/api/links']?.post?.security).toEqual([{ session: [] }]);
  expect(all['/api/sign-out']?.post?.security).toEqual([]);
});
