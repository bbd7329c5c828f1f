import { Archive } from './archive';
import { noise } from './noise-for-test';

/** Run as a child process: archives one answer after the other and reports each once it is archived, until it is killed. */
const [folder = '', round = ''] = process.argv.slice(2);
const archive = await Archive.open({ folder, maxBytes: 2 ** 30, now: Date.now });
for (let n = 0; ; n++) {
  const key = `round ${round}, answer ${n}`;
  const hash = await archive.put({ key, asOf: n, content: noise(1000 + ((n * 7919) % 200_000), n) });
  process.send?.({ key, n, hash });
}
