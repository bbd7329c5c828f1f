import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { writeSpeedscope } from '@/lib/profile/export/writers/speedscope';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { generatedProfile } from '../generated-profile';
import { SPAN } from './data';

const SPEEDSCOPE = join(
  dirname(createRequire(import.meta.url).resolve('speedscope/package.json')),
  'dist/release',
);

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Plain d3-flame-graph with the whole tree, used as in its own examples, for frames of at least a pixel. */
const PLAIN_SCRIPT = `
  import flamegraph from 'd3-flame-graph';
  import { select } from 'd3-selection';
  const tree = await (await fetch('/' + location.hash.slice(1))).json();
  const chart = flamegraph().width(1600).cellHeight(20).transitionDuration(0).minFrameSize(1);
  select('#chart').datum(tree).call(chart);
`;
const PLAIN_PAGE =
  '<!doctype html><meta charset="utf-8"><div id="chart"></div><script type="module" src="/plain.js"></script>';

/** Serves the pages of the peers, and the same tree in their formats, on loopback. */
export async function servePeers(nodes: number): Promise<{ server: Server; url: string }> {
  const script = await build({
    stdin: { contents: PLAIN_SCRIPT, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    loader: { '.css': 'empty' },
  });
  const files = new Map<string, Uint8Array | string>([
    ['/plain.html', PLAIN_PAGE],
    ['/plain.js', script.outputFiles[0]?.contents ?? ''],
  ]);
  const tree = summed(generatedProfile(nodes, 1).tree);
  const title = { group: `generated-${nodes}`, range: `${SPAN.from} to ${SPAN.to}` };
  const speedscope = [...writeSpeedscope(tree, tree.states, title).chunks()];
  files.set(`/${nodes}.speedscope.json`, Buffer.concat(speedscope));
  files.set(`/${nodes}.d3.json`, JSON.stringify(nested(tree)));
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const type = TYPES[/\.[^.]+$/.exec(path)?.[0] ?? ''] ?? 'text/html';
    const content = files.get(path) ?? (await readFile(join(SPEEDSCOPE, path)).catch(() => undefined));
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The tree with a single thread state, the sum of all. */
function summed(tree: CallTree): CallTree {
  const [self, total] = [samplesOf(tree, tree.states, 'self'), samplesOf(tree, tree.states)];
  return { ...tree, states: ['samples'], self: [self], total: [total] };
}

type Nested = { name: string; value: number; children: Nested[] };

function nested({ names, name, parent, total }: CallTree): Nested {
  const all = Array.from(
    name,
    (own, node): Nested => ({ name: names[own] ?? '', value: total[0]?.[node] ?? 0, children: [] }),
  );
  for (let node = 1; node < all.length; node++) {
    const frame = all[node];
    if (frame) all[parent[node] ?? 0]?.children.push(frame);
  }
  return all[0] ?? { name: '', value: 0, children: [] };
}
