import { z } from 'zod';

/** A text of the configuration, without blanks at its ends. */
export const text = (max: number) => {
  const rule = `must be a text of 1 to ${max} characters`;
  return z.string({ error: rule }).trim().min(1, rule).max(max, rule);
};

/** What is wrong with an object, for `z.strictObject`. `right` names its members. */
export const unknownMembers = (right: string) => (issue: { code?: string; keys?: readonly string[] }) =>
  issue.code === 'unrecognized_keys'
    ? `has an unknown member ${issue.keys?.[0]}: its members are ${right}`
    : `must be an object with ${right}`;

/** Refuses a list in which two entries have the same key: `must be another user than users[0], which has the same id`. */
export const distinct =
  <Entry>({ list, entry, key, keyOf }: DistinctRule<Entry>) =>
  (entries: readonly Entry[], context: z.RefinementCtx): void => {
    const first = new Map<string, number>();
    for (const [index, each] of entries.entries()) {
      const of = keyOf(each);
      const earlier = first.get(of);
      if (earlier === undefined) first.set(of, index);
      else
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `must be another ${entry} than ${list}[${earlier}], which has the same ${key}`,
        });
    }
  };

type DistinctRule<Entry> = {
  /** Name of the list in the file. */
  list: string;
  entry: string;
  key: string;
  keyOf(entry: Entry): string;
};
