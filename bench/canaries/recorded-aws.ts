import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { NOW } from './data';

export type RecordedAws = {
  url: string;
  /** Forgets what was recorded. */
  forget(): void;
  /** Requests for runs since then, and how many of them were open at a time. */
  calls(): { count: number; most: number };
  close(): Promise<void>;
};

/** local-aws that counts requests for runs. */
export async function startRecordedAws(folder: string): Promise<RecordedAws> {
  const clock = new SettableClock(NOW);
  const aws = await startLocalAws({ folder, clock, sample: false, port: 0, admin: false, canaryTickMs: 0 });
  const { canaries } = aws.world;
  let [count, open, most] = [0, 0, 0];
  const runs = canaries.runs.bind(canaries);
  canaries.runs = async (...page) => {
    count += 1;
    most = Math.max(most, ++open);
    return runs(...page).finally(() => {
      open -= 1;
    });
  };
  return {
    url: aws.url,
    forget: () => {
      [count, most] = [0, 0];
    },
    calls: () => ({ count, most }),
    close: () => aws.close(),
  };
}
