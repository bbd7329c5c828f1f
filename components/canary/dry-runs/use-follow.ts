'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState } from 'react';
import { MINUTE, SECOND } from '@/lib/time/duration';

/** The server reads newer runs from AWS at most this often. */
const EVERY_MS = 5 * SECOND;
/** AWS allows 14 minutes for an attempt. */
const MAX_FOLLOWED_MS = 20 * MINUTE;

type Follow = {
  /** Whether the dry run would be among the runs of the page. */
  isListed: (dryRunId: string) => boolean;
  isFinished: (dryRunId: string) => boolean;
  reread: () => void;
};

/** Follows a dry run from its start until it has finished, while its list is shown: renews the page's `now` and reads newer runs. */
export function useFollow({ isListed, isFinished, reread }: Follow) {
  const router = useRouter();
  const [followed, setFollowed] = useState<{ id: string; until: number }>();
  const isFollowing = followed !== undefined && isListed(followed.id) && !isFinished(followed.id);
  const renew = useEffectEvent(() => {
    if (followed && Date.now() > followed.until) return setFollowed(undefined);
    router.refresh();
    reread();
  });
  useEffect(() => {
    if (!isFollowing) return;
    const timer = setInterval(() => renew(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isFollowing]);
  return {
    followedId: isFollowing ? followed?.id : undefined,
    follow: (id: string) => setFollowed({ id, until: Date.now() + MAX_FOLLOWED_MS }),
  };
}
