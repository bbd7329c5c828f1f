type Column = Uint32Array | Int32Array | Float64Array;

/** The column, or a copy with room for `size` values and more, what is new filled. */
export function atLeast<Kind extends Column>(column: Kind, size: number, fill = 0): Kind {
  if (column.length >= size) return column;
  const larger = new (column.constructor as new (size: number) => Kind)(Math.max(size, column.length * 2));
  larger.set(column);
  if (fill !== 0) larger.fill(fill, column.length);
  return larger;
}
