import { noise } from '../archive/noise-for-test';
import { DiskObjects } from '../objects/disk-objects';
import { Links } from './links';

/** Run as a child process until it is killed: makes links in a folder, and reports the id and the number of each that is handed out. */
const [folder = '', first = ''] = process.argv.slice(2);
const links = new Links({ objects: new DiskObjects(folder), now: Date.now });
for (let number = Number(first); ; number++) {
  const { recording, finish } = await links.begin();
  recording.addAnswer('number', '', number);
  for (let part = 0; part < 3; part++) {
    const content = noise(1000 + ((number * 7919) % 100_000), number + part);
    await recording.put(['part', part], async () => ({ asOf: number, content }));
  }
  const { id } = await finish({ name: `Link ${number}`, page: { path: '/', search: '' }, missing: [] });
  process.send?.({ id, number });
}
