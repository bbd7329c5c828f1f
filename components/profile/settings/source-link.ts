export const MAX_TEMPLATE_LENGTH = 500;

/**
 * The address of a source line, from a template such as `https://git.example/app/blob/main/{file}#L{line}`. Values are
 * escaped except for the slashes of a path. Undefined for a template that is not https or lets a file change the host.
 */
export function sourceLink(template: string, file: string, line: number): string | undefined {
  const fill = (path: string, at: string) =>
    template.replaceAll(/\{(file|line)\}/g, (_, field) => (field === 'file' ? path : at));
  const origin = originOf(fill('a', '1'));
  if (origin === undefined || !template.includes('{file}')) return undefined;
  const link = fill(escapePath(file), String(Math.max(1, line)));
  return originOf(link) === origin ? link : undefined;
}

/** Whether a text is a valid template. */
export const isTemplate = (template: string) =>
  template.length <= MAX_TEMPLATE_LENGTH && sourceLink(template, 'file', 1) !== undefined;

function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, origin, username } = new URL(address);
  return protocol === 'https:' && username === '' ? origin : undefined;
}

/** Escapes a path and drops the segments that would lead out of the template's folder. */
const escapePath = (file: string) =>
  file
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map(encodeURIComponent)
    .join('/');
