/** A message of AWS without ARNs and account ids, for viewers. */
export const withoutIdentifiers = (text: string): string =>
  text.replace(/\barn:[^\s"',;)]+/gi, '(a resource)').replace(/(?<!\d)\d{12}(?!\d)/g, '(an account)');
