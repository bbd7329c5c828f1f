import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '@/lib/answer/problem';
import { type Env, env } from '../env';

/**
 * The region to call: AWS_REGION, AWS_DEFAULT_REGION, or the profile's in the AWS configuration file. It is read
 * for each call, since the SDK caches a missing file for good, so that setting it needs no restart.
 */
export async function region(settings = env()): Promise<string> {
  const name = settings.AWS_REGION ?? settings.AWS_DEFAULT_REGION ?? (await regionInFile(settings));
  if (name) return name;
  throw new ProblemError({
    code: 'RegionMissing',
    message:
      'The dashboard’s server has no AWS region. Set AWS_REGION, or a region in the AWS profile that it uses.',
    status: 503,
    retryable: true,
  });
}

async function regionInFile({ AWS_CONFIG_FILE, AWS_PROFILE }: Env): Promise<string | undefined> {
  const file = AWS_CONFIG_FILE ?? join(homedir(), '.aws', 'config');
  const text = await readFile(/* turbopackIgnore: true */ file, 'utf8').catch(() => '');
  return regionOfProfile(text, AWS_PROFILE ?? 'default');
}

/** The `region` of a profile in the text of `~/.aws/config`. */
export function regionOfProfile(text: string, profile: string): string | undefined {
  const sections = new Set([`profile ${profile}`, ...(profile === 'default' ? ['default'] : [])]);
  let isInside = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[\s*(.*?)\s*\]/.exec(line)?.[1];
    if (section !== undefined) isInside = sections.has(section.replace(/\s+/g, ' ').replaceAll('"', ''));
    const value = isInside ? /^region\s*=\s*([\w-]+)\s*$/.exec(line)?.[1] : undefined;
    if (value) return value;
  }
  return undefined;
}
