import { z } from 'zod';
import { ProblemError } from '@/lib/answer/problem';
import { type Config, config } from './config';
import { JsonError, parsePlacedJson } from './placed-json';

/**
 * Parses the text of a configuration file. Throws a ProblemError with the file, the place, the field, and what would be right:
 * `triptych.config.json, line 4, column 14: users[1].name must be a text of 1 to 100 characters.`
 */
export function parseConfig(fileName: string, text: string): Config {
  const { value, placeOf } = parsed(fileName, text);
  const result = config.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  // A misspelt name of a member is why another one is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = issue?.path ?? [];
  const inside = issue?.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
  throw badConfig(
    `${fileName}, ${placeOf(inside)}: ${z.core.toDotPath(path) || 'the file'} ${issue?.message}.`,
  );
}

function parsed(fileName: string, text: string) {
  try {
    return parsePlacedJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw badConfig(`${fileName}, ${error.place}: this isn’t JSON, ${error.expected} is expected here.`);
  }
}

export const badConfig = (message: string) =>
  new ProblemError({ code: 'BadConfiguration', message, status: 503, retryable: false });
