import { type OutBytes, varintBytes } from './byte-writer';

/** A field of a protobuf message with its number, which is below 16 here: tags take one byte. */
export type NumberField = readonly [field: number, value: number];

const VARINT = 0;
const LENGTH = 2;

/** A number; 0 is what is read where nothing was written. */
export function writeNumber(out: OutBytes, field: number, value: number | bigint): void {
  if (value === 0 || value === 0n) return;
  out.byte((field << 3) | VARINT);
  out.varint(value);
}

/** What comes before so many bytes of a text, a message or packed numbers. */
export function writeLength(out: OutBytes, field: number, bytes: number): void {
  out.byte((field << 3) | LENGTH);
  out.varint(bytes);
}

export function writeText(out: OutBytes, field: number, text: string): void {
  const bytes = Buffer.from(text);
  writeLength(out, field, bytes.length);
  out.raw(bytes);
}

export function writeMessage(out: OutBytes, field: number, members: readonly NumberField[]): void {
  writeLength(out, field, messageBytes(members));
  for (const [member, value] of members) writeNumber(out, member, value);
}

export const messageBytes = (members: readonly NumberField[]) =>
  members.reduce((sum, [, value]) => sum + (value === 0 ? 0 : 1 + varintBytes(value)), 0);

/** Bytes of a field with so many bytes in it. */
export const fieldBytes = (length: number) => 1 + varintBytes(length) + length;
