import { Button, Group, Text } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { type FindingMatch, type Recommendation, searchForMatches } from '@/lib/profile/range/findings';
import { frameText } from '@/lib/profile/tree/frame-text';
import { pathKeyOf } from '@/lib/profile/tree/path-key';
import { formatShare } from '../frame-text/format-samples';
import { KIND_HINTS } from '../settings/hints';
import type { ChangeSettings } from '../settings/profile-settings';
import classes from './findings.module.css';

type RecommendationItemProps = {
  recommendation: Recommendation;
  /** The share of its functions in the graph, with its base; '' while unknown. */
  graphShare: string;
  onChange: ChangeSettings;
};

/** Settings in which the whole path to a frame exists. The thread states stay as the viewer chose them. */
const SETTINGS = {
  view: 'overview',
  hidden: [],
  collapsed: [],
  recursion: null,
  maxDepth: null,
} as const;

/** One recommendation: its share, the reason, the steps to take, and links to its frames. */
export function RecommendationItem({ recommendation, graphShare, onChange }: RecommendationItemProps) {
  const { name, description, steps, share, places, matches } = recommendation;
  const search = searchForMatches(matches);
  const zoom = ({ path }: FindingMatch) => void onChange({ ...SETTINGS, focus: pathKeyOf(path), search: '' });
  return (
    <li className={classes.item}>
      <div className={classes.share}>
        {formatShare(share)}
        <Text size="xs" c="dimmed" fw={400}>
          of all samples, by AWS
        </Text>
      </div>
      <div className={classes.body}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {graphShare !== '' && (
          <Text size="xs" c="dimmed" title={KIND_HINTS.total}>
            {graphShare}
          </Text>
        )}
        <Text size="sm">{description}</Text>
        <Text size="sm" c="dimmed">
          {steps}
        </Text>
        <Group gap="xs" mt={6}>
          {search !== '' && (
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => void onChange({ ...SETTINGS, focus: '', search })}
            >
              Show frames
            </Button>
          )}
          <Text size="xs" c="dimmed">
            in {counted(places, 'place')}
          </Text>
        </Group>
        {matches.length > 0 && (
          <details className={classes.places}>
            <summary>{places > matches.length ? `The ${matches.length} most costly` : 'Where'}</summary>
            <ol>
              {matches.map((match) => (
                <li key={`${match.path.join(' ')} ${match.name} ${match.share}`}>
                  <span>{formatShare(match.share)}</span>
                  <button
                    type="button"
                    className={classes.frame}
                    disabled={match.path.length === 0}
                    title={match.path.join(' › ').slice(-600) || frameText(match.name).slice(0, 300)}
                    onClick={() => zoom(match)}
                  >
                    {match.path
                      .slice(-3)
                      .map((frame) => parseFrame(frame).label.slice(0, 60))
                      .join(' › ') || parseFrame(match.name).label.slice(0, 120)}
                  </button>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </li>
  );
}
