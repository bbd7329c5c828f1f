import { type ByteWriter, varintBytes } from './byte-writer';

/** A numeric field of a protobuf message. Field numbers are below 16 here, so that a tag takes one byte. */
export type NumberField = readonly [field: number, value: number];

const VARINT = 0;
const LENGTH = 2;

/** Writes a number; 0 is the default that readers assume, so it is omitted. */
export function writeNumber(out: ByteWriter, field: number, value: number | bigint): void {
  if (value === 0 || value === 0n) return;
  out.byte((field << 3) | VARINT);
  out.varint(value);
}

/** Writes the tag and length that precede a text, a message or packed numbers. */
export function writeLength(out: ByteWriter, field: number, bytes: number): void {
  out.byte((field << 3) | LENGTH);
  out.varint(bytes);
}

export function writeText(out: ByteWriter, field: number, text: string): void {
  const bytes = Buffer.from(text);
  writeLength(out, field, bytes.length);
  out.raw(bytes);
}

export function writeMessage(out: ByteWriter, field: number, members: readonly NumberField[]): void {
  writeLength(out, field, messageBytes(members));
  for (const [member, value] of members) writeNumber(out, member, value);
}

export const messageBytes = (members: readonly NumberField[]) =>
  members.reduce((sum, [, value]) => sum + (value === 0 ? 0 : 1 + varintBytes(value)), 0);

/** Size of a length-delimited field, tag and length included. */
export const fieldBytes = (contentBytes: number) => 1 + varintBytes(contentBytes) + contentBytes;
