import { MINUTE } from '@/lib/time/duration';

type Line = { level: string; msg: string } & Record<string, unknown>;

/** The same sentence is shown once in this time: a panel that is open asks AWS again and again. */
const REPEATED_AFTER_MS = MINUTE;
const MAX_SHOWN = 500;

/** Of the lines that are only informative, what the recorder did is worth a sentence. */
const RECORDER = /^recorder:/;

/** Facts that a sentence shows, with their names. */
const SHOWN_FIELDS = ['result', 'error', 'awsStatus', 'awsRequestId', 'detail'];

/** Makes a function that turns a line of the dashboard's log into a sentence; undefined for what is not worth one. */
export function readableLog(now: () => number): (line: string) => string | undefined {
  const shownAt = new Map<string, number>();
  return (text) => {
    const line = parse(text);
    if (!line || !isWorthShowing(line)) return undefined;
    const key = `${line.level} ${line.msg} ${line.result ?? ''}`;
    if (now() - (shownAt.get(key) ?? Number.NEGATIVE_INFINITY) < REPEATED_AFTER_MS) return undefined;
    if (shownAt.size >= MAX_SHOWN) shownAt.clear();
    shownAt.set(key, now());
    return sentenceOf(line);
  };
}

const isWorthShowing = ({ level, msg }: Line) =>
  level === 'warn' || level === 'error' || (level === 'info' && RECORDER.test(msg));

function sentenceOf(line: Line): string {
  const facts = SHOWN_FIELDS.filter((name) => line[name] !== undefined).map(
    (name) => `${name} ${String(line[name])}`,
  );
  const details = facts.length > 0 ? ` (${facts.join(', ')})` : '';
  return `dashboard: ${line.level === 'info' ? '' : `${line.level}: `}${line.msg}${details}`;
}

/** Lines of the log are JSON; Next's own first lines aren't. */
function parse(text: string): Line | undefined {
  try {
    const { level, msg, ...fields } = JSON.parse(text) as Record<string, unknown>;
    return typeof level === 'string' && typeof msg === 'string' ? { ...fields, level, msg } : undefined;
  } catch {
    return undefined;
  }
}
