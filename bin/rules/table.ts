import { GROUPS, ROOMS } from './rooms';

const names = (list: readonly string[]) =>
  list.map((each) => (each in GROUPS ? `*${each}*` : each)).join(', ') || '–';

/** The rooms and groups as Markdown, for CONTRIBUTING.md. */
export function roomTable(): string {
  const rooms = Object.entries(ROOMS).map(
    ([name, { about, imports }]) => `| \`${name}\` | ${about} | ${names(imports)} |`,
  );
  const groups = Object.entries(GROUPS).map(([name, imports]) => `| *${name}* | ${names(imports)} |`);
  return [
    '| room | contents | may import |',
    '|---|---|---|',
    ...rooms,
    '',
    '| group | rooms |',
    '|---|---|',
    ...groups,
  ].join('\n');
}
