import { expect, test } from 'vitest';
import { parseConfig } from './parse-config';

const file = (...lines: string[]) => parseConfig('triptych.config.json', lines.join('\n'));

test('reads users by id or ARN, with and without a team', () => {
  const ARN = 'arn:aws:sts::123456789012:assumed-role/Admin/jane-doe';
  const users = [
    { id: 'f9c1f3f0-1031-70dc-4d25-30d7225b04a0', name: ' Maria ', team: 'FX' },
    { arn: ARN, name: 'Jane Doe' },
  ];
  expect(file(JSON.stringify({ users }))).toEqual({
    users: [
      { id: 'f9c1f3f0-1031-70dc-4d25-30d7225b04a0', name: 'Maria', team: 'FX' },
      { id: ARN, name: 'Jane Doe' },
    ],
    views: [],
  });
  expect(file('{}')).toEqual({ users: [], views: [] });
});

test.each([
  [
    ['{ "users": [', '{ "id": "a", "name": "A" },', '] }'],
    3,
    /this isn’t JSON, a value: .* is expected here\.$/,
  ],
  [['[]'], 1, /the file must be an object with users, views, record, alerts\.$/],
  [
    ['{', '"user": [] }'],
    2,
    /the file has an unknown member user: its members are users, views, record, alerts\.$/,
  ],
  [['{ "users":', '{} }'], 2, /users must be a list of at most 5,000 users\.$/],
  [['{ "users": [', '"maria" ] }'], 2, /users\[0\] must be an object with id or arn, name, and team/],
  [['{ "users": [', '{ "id": "a" } ] }'], 2, /users\[0\]\.name must be a text of 1 to 100 characters\.$/],
  [['{ "users": [', '{ "id": "a",', '"name": " " } ] }'], 3, /users\[0\]\.name must be a text of 1 to 100/],
  [['{ "users": [', '{ "id": 7, "name": "A" } ] }'], 2, /users\[0\]\.id must be a text of 1 to 1024/],
  [['{ "users": [', '{ "name": "A" } ] }'], 2, /users\[0\] must have either an id or an arn\.$/],
  [
    ['{ "users": [', '{ "id": "a", "arn": "arn:aws:x", "name": "A" } ] }'],
    2,
    /users\[0\]\.arn must be an ARN, such/,
  ],
  [
    ['{ "users": [', '{ "id": "a", "arn": "arn:aws:iam::1:user/a", "name": "A" } ] }'],
    2,
    /either an id or an arn/,
  ],
  [
    ['{ "users": [', '{ "id": "a",', '"nmae": "A", "name": "A" } ] }'],
    3,
    /users\[0\] has an unknown member nmae: its members are id or arn, name, and team/,
  ],
  [
    ['{ "users": [', '{ "id": "a", "name": "A" },', '{ "id": "a", "name": "B" } ] }'],
    3,
    /users\[1\] must be another user than users\[0\], which has the same id\.$/,
  ],
  [
    [
      '{ "users": [',
      '{ "id": "90677fc2a8-0a1b2c3d-1111-2222-3333-444455556666", "name": "A" },',
      '{ "id": "0A1B2C3D-1111-2222-3333-444455556666", "name": "B" } ] }',
    ],
    3,
    /users\[1\] must be another user than users\[0\], which has the same id\.$/,
  ],
])('names the place and the field of %j', (lines, line, sentence) => {
  expect(() => file(...lines)).toThrow(sentence);
  expect(() => file(...lines)).toThrow(`triptych.config.json, line ${line}, column `);
});

test('refuses more users than a page can use', () => {
  const users = Array.from({ length: 5001 }, (_, n) => ({ id: String(n), name: 'A' }));
  expect(() => file(JSON.stringify({ users }))).toThrow('users must be a list of at most 5,000 users.');
});

test('names the column of a mistake', () => {
  expect(() => file('{', '  "users": [{ "id": "a", "name": 7 }] }')).toThrow(
    'triptych.config.json, line 2, column 34: users[0].name must be',
  );
});
