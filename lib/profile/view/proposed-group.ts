const MAX_LENGTH = 255;

/** Default group of a pushed file: its name without extensions, with only the characters that group names allow. */
export function proposedGroup(file: string): string {
  const [base = ''] = file.split(/[\\/]/).slice(-1);
  const name = base
    .replace(/\.(?:gz|cpuprofile|pb|pprof|folded|collapsed|txt|json|ion|prof|out|speedscope|austin)\b/g, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_LENGTH);
  return name || 'profile';
}
