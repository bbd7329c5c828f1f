/** The longest template that is kept. */
export const LONGEST_TEMPLATE = 500;

/**
 * The address of a source line by a template such as `https://git.example/app/blob/main/{file}#L{line}`. Undefined for a
 * template that is not https or lets a file change the host. What is put in is escaped, but the slashes of a path.
 */
export function sourceLink(template: string, file: string, line: number): string | undefined {
  const fill = (path: string, at: string) =>
    template.replaceAll(/\{(file|line)\}/g, (_, field) => (field === 'file' ? path : at));
  const origin = originOf(fill('a', '1'));
  if (origin === undefined || !template.includes('{file}')) return undefined;
  const link = fill(escapePath(file), String(Math.max(1, line)));
  return originOf(link) === origin ? link : undefined;
}

/** Whether a text can be a template; an empty one is none. */
export const isTemplate = (template: string) =>
  template.length <= LONGEST_TEMPLATE && sourceLink(template, 'file', 1) !== undefined;

function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, username } = new URL(address);
  return protocol === 'https:' && username === '' ? origin : undefined;
}

/** No step of a path leads out of where the template puts it. */
const escapePath = (file: string) =>
  file
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .map(encodeURIComponent)
    .join('/');
