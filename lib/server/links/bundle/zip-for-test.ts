import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip file, which may say anything. */
export type TestEntry = {
  name: string | Uint8Array;
  content?: Uint8Array;
  isDeflated?: boolean;
  /** The content as it is stored, where it was deflated before. */
  deflated?: Uint8Array;
  /** The size after unpacking that the headers claim. */
  claimedBytes?: number;
  /** The mode of Unix. */
  mode?: number;
  flags?: number;
  method?: number;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const MADE_BY_UNIX = 3 << 8;

/** A zip file with the entries as they are given. */
export function zipOf(entries: readonly TestEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    content = Buffer.alloc(0),
    isDeflated = false,
    mode = 0,
    flags = 0,
    ...claims
  } of entries) {
    const nameBytes = Buffer.from(name as string);
    const data = Buffer.from(claims.deflated ?? (isDeflated ? deflateRawSync(content) : content));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(claims.method ?? (isDeflated || claims.deflated ? 8 : 0), 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claims.claimedBytes ?? content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([uint32(LOCAL), common, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([uint32(CENTRAL), uint16(MADE_BY_UNIX), common, rest, nameBytes]));
    files.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, central, uint32(END), end]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
