import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 200;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** The page's ground, its bars of text, and its notice of success or failure: red, green, blue. */
const COLOURS = Buffer.from('f3f5f9c9d1de2f9e8fd9404f', 'hex');
const PASSED = 2;
const FAILED = 3;

const drawn = new Map<boolean, Uint8Array>();

/** A screenshot of a made-up page as PNG, with a notice of success or failure. */
export function samplePicture(isPassed: boolean): Uint8Array {
  const picture = drawn.get(isPassed) ?? draw(isPassed);
  drawn.set(isPassed, picture);
  return picture;
}

function draw(isPassed: boolean): Uint8Array {
  const rows = Buffer.alloc(HEIGHT * (WIDTH + 1));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows[y * (WIDTH + 1) + 1 + x] = colourAt(x, y, isPassed);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', COLOURS),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, isPassed: boolean): number {
  if (y < 24) return 1;
  if (x < 24 || x >= WIDTH - 24) return 0;
  if (y >= 48 && y < 80) return isPassed ? PASSED : FAILED;
  return y >= 100 && y % 20 < 8 && x < WIDTH - 24 - ((y * 7) % 90) ? 1 : 0;
}

/** A chunk of a PNG: length, type, data and checksum (www.w3.org/TR/png-3). */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
