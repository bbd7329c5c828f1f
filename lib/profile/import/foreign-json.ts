import { rejectState } from './chosen-state';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import { isObject } from './json-shape';
import { readFirefox } from './read-firefox';
import { readSpeedscope } from './read-speedscope';
import { readTrace } from './read-trace';
import { traceEvents } from './trace/profiles';

/** A parsed JSON file of speedscope, Firefox or Chrome's Performance panel; undefined when it is none of them. */
export function readForeignJson(value: unknown, choice: ImportOptions): ImportedProfile | undefined {
  const events = traceEvents(value);
  if (events) {
    rejectState(choice);
    return readTrace(events, value);
  }
  if (!isObject(value)) return undefined;
  if (isSpeedscope(value)) return readSpeedscope(value, choice);
  if (isObject(value.meta) && Array.isArray(value.threads)) return readFirefox(value, choice);
  return undefined;
}

const isSpeedscope = ({ $schema, shared, profiles }: Record<string, unknown>) =>
  (typeof $schema === 'string' && $schema.includes('speedscope')) ||
  (isObject(shared) && 'frames' in shared && Array.isArray(profiles));

/** Parses JSON; a list may lack its end, because Chrome writes traces piece by piece. Undefined for anything else. */
export function parseJson(utf8: Uint8Array): unknown {
  const text = new TextDecoder().decode(utf8);
  return (
    parsed(text) ?? (/^\s*\[\s*\{/.test(text) ? parsed(`${text.trimEnd().replace(/,$/, '')}]`) : undefined)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
