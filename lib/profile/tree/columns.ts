/** Indexes, depths and lines; in two bytes each only where all are below 2^16. */
export type IndexColumn = Uint16Array | Uint32Array;

/** A column may have room for so small a part more than it needs. */
const SPARE = 16;

export type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The column, or a copy with room for `size` values and more, what is new filled. */
export function ensureCapacity<Kind extends Column>(column: Kind, size: number, fill = 0): Kind {
  if (column.length >= size) return column;
  const larger = emptyLike(column, Math.max(size, column.length * 2));
  larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger;
}

/** The first values of a column; a copy of them where it has more room than a sixteenth besides, or too little. */
export function resized<Kind extends Column>(column: Kind, size: number): Kind {
  if (column.length >= size && column.length - size <= size / SPARE) return firstOfColumn(column, size);
  const own = emptyLike(column, size);
  own.set(column.length > size ? firstOfColumn(column, size) : column);
  return own;
}

function firstOfColumn<Kind extends Column>(column: Kind, size: number): Kind {
  const kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, size: number) => Kind;
  return new kind(column.buffer, column.byteOffset, size);
}

/** An empty column for numbers up to `most`. */
export const indexColumn = (size: number, most: number): IndexColumn =>
  most > 0xffff ? new Uint32Array(size) : new Uint16Array(size);

/** The column, or a wide copy where it is too narrow for a number. */
export function widenedFor(column: IndexColumn, most: number): IndexColumn {
  return most > 0xffff && column instanceof Uint16Array ? new Uint32Array(column) : column;
}

/** A column of the same kind. */
export function emptyLike<Kind extends Column>(column: Kind, size: number): Kind {
  return new (column.constructor as new (size: number) => Kind)(size);
}

/** The column in a narrower kind, given empty, where that holds all its numbers. */
export function narrowed<Wide extends Column, Narrow extends Column>(
  column: Wide,
  narrow: Narrow,
): Wide | Narrow {
  narrow.set(column);
  for (let i = 0; i < column.length; i++) if (narrow[i] !== column[i]) return column;
  return narrow;
}
