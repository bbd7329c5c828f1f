import { CopyButton, Group } from '@mantine/core';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { counted } from '@/lib/answer/counted';
import { reasonCodeText, runStateLabel } from '@/lib/canary/labels';
import { plainReason } from '@/lib/canary/reason/plain-reason';
import type { CanaryRun } from '@/lib/canary/run';
import shared from '../canary.module.css';
import classes from './run-reason.module.css';
import { SmallButton } from './small-button';

/** A text longer than this scrolls, so its length is shown. */
const LONG = 600;

/** Why a run ended as it did: AWS's reason in full, and the meaning of its code. */
export function RunReason({ run }: { run: CanaryRun }) {
  const { text, isCleaned } = plainReason(run.stateReason ?? '');
  if (!text && run.state !== 'FAILED') return null;
  const notes = [
    ...(text.length > LONG ? [counted(text.length, 'character')] : []),
    ...(isCleaned ? ['shown without colours and control characters'] : []),
  ];
  return (
    <section aria-label="Reason" className={classes.reason}>
      {isSaveFailure(run) && (
        <p className={classes.notice}>{runStateLabel(run)}: the script itself passed.</p>
      )}
      {text ? (
        <ScrollRegion label="Text of the reason" className={classes.scroll}>
          <pre dir="auto" className={classes.text}>
            {text}
          </pre>
        </ScrollRegion>
      ) : (
        <p className={shared.muted}>AWS gave no reason for this failure.</p>
      )}
      {run.stateReasonCode && (
        <p className={shared.muted}>
          <code>{run.stateReasonCode}</code> {reasonCodeText(run.stateReasonCode)}
        </p>
      )}
      {text && (
        <Group gap="xs">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <SmallButton onClick={copy}>{copied ? 'Copied' : 'Copy reason'}</SmallButton>
            )}
          </CopyButton>
          <span className={shared.muted}>{notes.join(', ')}</span>
        </Group>
      )}
    </section>
  );
}

const isSaveFailure = ({ state, testResult }: CanaryRun) => state === 'FAILED' && testResult === 'PASSED';
