/** Each number once, in ascending order. */
export const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** The numbers of `*`, `5`, `1,2`, `1-5`, `0/15`, `10-30/5` or names such as `MON-FRI`. */
export function values(field: string, min: number, max: number, names: readonly string[] = []): number[] {
  return field.split(',').flatMap((part) => {
    const [range = '', stepText, ...more] = part.split('/');
    if (more.length > 0) throw new Error(`${part} has more than one step`);
    const step = stepText === undefined ? 1 : inRange(stepText, 1, max);
    const [lowText = '', highText, ...beyond] = range === '*' ? [`${min}`, `${max}`] : range.split('-');
    if (beyond.length > 0) throw new Error(`${part} is not a range`);
    const low = inRange(lowText, min, max, names);
    const high =
      highText !== undefined ? inRange(highText, min, max, names) : stepText === undefined ? low : max;
    if (high < low) throw new Error(`${part} ends before it begins`);
    const found: number[] = [];
    for (let n = low; n <= high; n += step) found.push(n);
    return found;
  });
}

/** A number, or the number of a name; the first name means `min`. */
export function inRange(text: string, min: number, max: number, names: readonly string[] = []): number {
  const named = names.indexOf(text);
  const number = named >= 0 ? named + min : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= min && number <= max))
    throw new Error(`${text || 'nothing'} is not within ${min} to ${max}`);
  return number;
}
