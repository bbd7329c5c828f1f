/** Patterns for common names of jobs, to start from. Each takes linear time: one with `.*` is tried at a few places of a name only. */
export const SAMPLE_PATTERNS = [
  { label: 'Sequence, shot', pattern: '(?<sequence>sq\\d+)_(?<shot>sh\\d+)' },
  {
    label: 'Sequence, shot, version',
    pattern: '^(?:[^_]*_){0,3}?(?<sequence>sq\\d+)_(?<shot>sh\\d+).*_(?<version>v\\d+)',
  },
  {
    label: 'Show, sequence, shot, version',
    pattern: '^(?<show>[^_]+)_(?<sequence>sq\\d+)_(?<shot>sh\\d+).*_(?<version>v\\d+)',
  },
  { label: 'First two words', pattern: '^(?<first>[^_\\-. ]+)[_\\-. ](?<second>[^_\\-. ]+)' },
] as const;
