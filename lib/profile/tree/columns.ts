/** Indexes, depths and lines: two bytes each where all are below 2^16, else four. */
export type IndexColumn = Uint16Array | Uint32Array;

/** A column may keep one unused value per sixteen used ones. */
const LENGTH_PER_SPARE = 16;

export type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The column, or a larger copy with at least `size` values, the new ones set to `fill`. */
export function ensureCapacity<Kind extends Column>(column: Kind, size: number, fill = 0): Kind {
  if (column.length >= size) return column;
  const larger = emptyLike(column, Math.max(size, column.length * 2));
  larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger;
}

/** The column with exactly `size` values: a view where little capacity is left over, else a copy. */
export function resized<Kind extends Column>(column: Kind, size: number): Kind {
  if (column.length >= size && column.length - size <= size / LENGTH_PER_SPARE) return prefix(column, size);
  const own = emptyLike(column, size);
  own.set(column.length > size ? prefix(column, size) : column);
  return own;
}

function prefix<Kind extends Column>(column: Kind, size: number): Kind {
  const kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, size: number) => Kind;
  return new kind(column.buffer, column.byteOffset, size);
}

/** A zeroed column for numbers up to `max`. */
export const indexColumn = (size: number, max: number): IndexColumn =>
  max > 0xffff ? new Uint32Array(size) : new Uint16Array(size);

/** The column, or a wide copy where numbers up to `max` don't fit. */
export function widenedFor(column: IndexColumn, max: number): IndexColumn {
  return max > 0xffff && column instanceof Uint16Array ? new Uint32Array(column) : column;
}

/** A zeroed column of the same kind. */
export function emptyLike<Kind extends Column>(column: Kind, size: number): Kind {
  return new (column.constructor as new (size: number) => Kind)(size);
}

/** Copies the column into `narrow`, and returns that if all numbers fit, else the column. */
export function narrowed<Wide extends Column, Narrow extends Column>(
  column: Wide,
  narrow: Narrow,
): Wide | Narrow {
  narrow.set(column);
  for (let i = 0; i < column.length; i++) if (narrow[i] !== column[i]) return column;
  return narrow;
}
