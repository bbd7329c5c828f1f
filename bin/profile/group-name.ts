import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { UsageError } from './usage-error';

const MAX_LENGTH = 255;

export function checkGroupName(name: string): void {
  if (GROUP_NAME.test(name)) return;
  throw new UsageError(
    'The name of a profiling group has 1 to 255 letters, digits, underscores and hyphens.',
  );
}

/** Default group of a pushed file: its name without extensions, with only the characters that group names allow. */
export function groupNameOf(file: string): string {
  const [base = ''] = file.split(/[\\/]/).slice(-1);
  const name = base
    .replace(/\.(?:gz|cpuprofile|pb|pprof|folded|collapsed|txt|json|ion|prof|out)\b/g, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_LENGTH);
  return name || 'profile';
}
