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

const FROM = '<!-- rooms: written by `npm run rooms` -->';
const TO = '<!-- /rooms -->';

/** A document with the table between its two marks. */
export function inserted(text: string, table: string): string {
  const from = text.indexOf(FROM);
  const to = text.indexOf(TO);
  if (from < 0 || to < from) throw new Error(`The document needs a line ${FROM} and a line ${TO}.`);
  return `${text.slice(0, from + FROM.length)}\n${table}\n${text.slice(to)}`;
}
