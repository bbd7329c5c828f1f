import { Archive } from './archive';
import { noise } from './noise-for-test';

/**
 * Run as a child process until it is killed: archives answers to few requests again and again, saves the index now and
 * then, and reports each answer once it is archived. `asOf` counts on from the first argument after the folder.
 */
const [folder = '', first = ''] = process.argv.slice(2);
const archive = await Archive.open({ folder, maxBytes: 2 ** 30, now: Date.now });
for (let asOf = Number(first); ; asOf++) {
  const key = `request ${asOf % 5}`;
  await archive.put({ key, asOf, content: noise(1000 + ((asOf * 7919) % 200_000), asOf) });
  process.send?.({ key, asOf });
  if (asOf % 3 === 0) await archive.saveIndex();
}
