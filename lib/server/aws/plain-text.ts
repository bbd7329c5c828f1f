/** AWS's words to a viewer, without names of resources (ARNs) and account ids. */
export const withoutIdentifiers = (text: string): string =>
  text.replace(/\barn:[^\s"',;)]+/gi, '(a resource)').replace(/(?<!\d)\d{12}(?!\d)/g, '(an account)');
