import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCanariesFile } from './canaries-file';
import { jsonErrorPlace } from './json-error';

const parse = (canaries: unknown, reserved = new Set<string>()) =>
  parseCanariesFile(JSON.stringify({ canaries }), reserved).map(({ spec }) => spec);

const shop = { name: 'shop', url: 'https://shop.example/', schedule: 'rate(5 minutes)' };
const steps = [
  { name: 'front page', url: 'https://shop.example/', expectedText: 'Welcome', maxMs: 3000 },
  { name: 'stock', url: 'https://shop.example/api/stock', method: 'POST', expectedStatus: 201 },
];

test('fills in the defaults of a URL', () => {
  expect(parse([shop])).toEqual([
    {
      name: 'shop',
      steps: [{ url: 'https://shop.example/', method: 'GET' }],
      schedule: 'rate(5 minutes)',
      timeoutSeconds: 60,
      maxRetries: 0,
      successRetentionDays: 31,
      failureRetentionDays: 31,
      groups: [],
    },
  ]);
});

test('parses steps with every option', () => {
  const full = {
    name: 'shop-order',
    steps,
    schedule: 'cron(0/10 8-17 ? * MON-FRI *)',
    timeoutSeconds: 840,
    maxRetries: 2,
    successRetentionDays: 1,
    failureRetentionDays: 1024,
    groups: ['shop', 'orders'],
    browsers: ['FIREFOX'],
  };
  expect(parse([full])).toEqual([{ ...full, steps: [{ ...steps[0], method: 'GET' }, steps[1]] }]);
});

test("parses the README's example", async () => {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(parseCanariesFile(example, new Set()).map(({ spec }) => spec.name)).toEqual([
    'shop-front',
    'shop-order',
  ]);
});

describe('names an error and its place', () => {
  test.each<[string, unknown, string]>([
    ['no list', {}, 'canaries: must be a list.'],
    ['no object', ['shop'], 'canaries[0]: must be an object.'],
    ['no name', [{ ...shop, name: undefined }], 'canaries[0].name: is missing.'],
    ['a number for a name', [{ ...shop, name: 7 }], 'canaries[0].name: must be text.'],
    [
      'a bad name',
      [{ ...shop, name: 'Shop' }],
      'canaries[0].name: must consist of lower-case letters, digits, _ and -.',
    ],
    ['an unknown field', [{ ...shop, timeout: 3 }], 'canaries[0]: has no field timeout.'],
    [
      'a prototype',
      [JSON.parse(`{"__proto__":{},${JSON.stringify(shop).slice(1)}`)],
      'canaries[0]: has no field __proto__.',
    ],
    ['a name twice', [shop, shop], 'canaries[1].name: shop is a duplicate name.'],
    [
      'a reserved name',
      [{ ...shop, name: 'reserved' }],
      'canaries[0].name: reserved is the name of another canary.',
    ],
    ['neither', [{ ...shop, url: undefined }], 'canaries[0]: must have either url or steps.'],
    ['both', [{ ...shop, steps }], 'canaries[0]: must have either url or steps.'],
    [
      'an expectation next to steps',
      [{ ...shop, url: undefined, steps, maxMs: 1 }],
      'canaries[0].steps: have their own method, expectedStatus, expectedText and maxMs.',
    ],
    [
      'another scheme',
      [{ ...shop, url: 'file:///etc/hosts' }],
      'canaries[0].url: must be an http or https URL without user and password.',
    ],
    [
      'a password',
      [{ ...shop, url: 'https://me:secret@shop.example/' }],
      'canaries[0].url: must be an http or https URL without user and password.',
    ],
    [
      'a bad step',
      [{ ...shop, url: undefined, steps: [steps[0], { ...steps[1], maxMs: 0 }] }],
      'canaries[0].steps[1].maxMs: must be at least 1.',
    ],
    [
      'a method',
      [{ ...shop, method: 'get' }],
      'canaries[0].method: must be one of GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE.',
    ],
    [
      'a schedule',
      [{ ...shop, schedule: 'hourly' }],
      'canaries[0].schedule: is invalid: a schedule is rate(5 minutes) or cron(0 12 * * ? *).',
    ],
    [
      'a 30th of February',
      [{ ...shop, schedule: 'cron(0 0 30 2 ? *)' }],
      'canaries[0].schedule: never comes.',
    ],
    ['2 seconds', [{ ...shop, timeoutSeconds: 2 }], 'canaries[0].timeoutSeconds: must be at least 3.'],
    [
      'a timeout longer than the rate',
      [{ ...shop, schedule: 'rate(1 minute)', timeoutSeconds: 61 }],
      'canaries[0].timeoutSeconds: must not be longer than the time between two runs.',
    ],
    ['3 retries', [{ ...shop, maxRetries: 3 }], 'canaries[0].maxRetries: must be at most 2.'],
    [
      'half a day',
      [{ ...shop, successRetentionDays: 0.5 }],
      'canaries[0].successRetentionDays: must be a whole number from 1 to 1024.',
    ],
    ['a browser', [{ ...shop, browsers: ['SAFARI'] }], 'canaries[0].browsers[0]: must be CHROME or FIREFOX.'],
    [
      '11 groups',
      [{ ...shop, groups: Array.from('abcdefghijk') }],
      'canaries[0].groups: must be at most 10 groups.',
    ],
    [
      '11 canaries in a group',
      Array.from({ length: 11 }, (_, i) => ({ ...shop, name: `shop-${i}`, groups: ['all'] })),
      'canaries[10].groups: all has more than 10 canaries.',
    ],
  ])('%s', (_, canaries, sentence) => {
    expect(() => parse(canaries, new Set(['reserved']))).toThrow(new Error(sentence));
  });

  test.each([
    ['', 'line 1, column 1: this is not JSON.'],
    ['{\n  "canaries": [\n    {"name": "shop",}\n  ]\n}', 'line 3, column 21: this is not JSON.'],
    ['\uFEFF{"canaries": [', 'line 1, column 15: this is not JSON.'],
    ['{"canaries": [', 'line 1, column 15: this is not JSON.'],
    ['{"canaries": []} x', 'line 1, column 18: this is not JSON.'],
    ['[]', 'the file: must be an object.'],
    ['{}', 'canaries: is missing.'],
  ])('%j', (content, sentence) => {
    expect(() => parseCanariesFile(content, new Set())).toThrow(new Error(sentence));
  });
});

test('finds an error in exactly the texts that are not JSON', () => {
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '0', '\u0001'))
    .map(
      ([json, at, inserted]) =>
        json.slice(0, at % (json.length + 1)) + inserted + json.slice((at + 1) % (json.length + 1)),
    );
  fc.assert(
    fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(jsonErrorPlace(text) === undefined).toBe(isJson);
    }),
    { numRuns: 500 },
  );
});
