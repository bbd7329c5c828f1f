import { Alert, Anchor, Button, Text } from '@mantine/core';
import { PageLink } from '@/components/range/page-link';
import { useZone } from '@/components/range/use-range';
import { asRoute } from '@/components/range/use-range-href';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { QueuedFile } from './push-queue';
import { pathIn } from './use-push';

type PushResultProps = { queued: QueuedFile; isLocked: boolean; onRetry(): void };

/** Result of a push: why the file was refused, or its samples and the link to them. */
export function PushResult({ queued: { file, group, state }, isLocked, onRetry }: PushResultProps) {
  if (state.name === 'pushed') return <Pushed pushed={state.pushed} />;
  if (state.name === 'waiting' || state.name === 'pushing') return null;
  const isRefused = state.name === 'refused';
  const sentence = isRefused ? state.sentence : uncertainText(state.name, file.name, group);
  return (
    <Alert
      color={isRefused ? 'red' : 'yellow'}
      variant="light"
      role="alert"
      icon={<span aria-hidden>▲</span>}
      p="xs"
      mt={4}
    >
      <Text size="sm">{sentence}</Text>
      {(!isRefused || state.canRetry) && (
        <Button size="compact-xs" variant="default" mt={4} disabled={isLocked} onClick={onRetry}>
          {isRefused ? 'Retry' : 'Queue again'}
        </Button>
      )}
    </Alert>
  );
}

/** Nobody knows how far the server was. */
function uncertainText(end: 'cancelled' | 'lost', name: string, group: string): string {
  const when =
    end === 'cancelled' ? 'before you cancelled' : 'before the connection to the dashboard was lost';
  return `${name} may have been pushed ${when}. Check the group ${group} first: if it was, pushing it again counts its samples twice.`;
}

function Pushed({ pushed }: { pushed: PushedFile }) {
  const zone = useZone();
  const { format, group, isNewGroup, samples, frameCount, window, listedAt, notes } = pushed;
  const byState = samples.map(({ state, samples: count }) => `${state} ${formatNumber(count)}`);
  return (
    <>
      <Text size="sm">
        Pushed to the {isNewGroup ? 'new ' : ''}group{' '}
        <Anchor component={PageLink} href={asRoute(pathIn(pushed, zone))} size="sm" ff="monospace">
          {group}
        </Anchor>{' '}
        ({format}).
      </Text>
      <Text size="xs" c="dimmed">
        Samples: {byState.join(', ')} · {counted(frameCount, 'frame')} · {formatSpan(window, zone)}
      </Text>
      {[...(listedAt === undefined ? [] : [listedText(listedAt, zone)]), ...notes].map((note) => (
        <Text key={note} size="xs" mt={2}>
          <span aria-hidden>◆ </span>
          {note}
        </Text>
      ))}
    </>
  );
}

const listedText = (listedAt: number, zone: string) =>
  `Its five minutes are still running: charts and lists show it from ${formatInstant(listedAt, zone)} on.`;
