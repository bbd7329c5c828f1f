export type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** The column, or a copy with room for `size` values and more, what is new filled. */
export function atLeast<Kind extends Column>(column: Kind, size: number, fill = 0): Kind {
  if (column.length >= size) return column;
  const larger = emptyLike(column, Math.max(size, column.length * 2));
  larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger;
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
