import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { jsonContent } from './json-content';

const schema = z.object({ samples: z.number() });
const archived = (text: string) => ({ content: Buffer.from(text), hash: 'abc' });

it('reads JSON of the schema', () => {
  expect(jsonContent(archived('{"samples":3}'), schema, 'a view')).toEqual({ samples: 3 });
});

it.each(['{"samples":"3"}', '{"samples":', ''])('logs other content: %s', (text) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(jsonContent(archived(text), schema, 'a view')).toBeUndefined();
  expect(log).toHaveBeenCalledWith('archive: abc is not a view:', expect.any(String));
  log.mockRestore();
});
