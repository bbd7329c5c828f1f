'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { MINUTE, SECOND } from '@/lib/time/duration';

/** The server shares its answers for as long. */
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
  const renew = useRef(reread);
  useEffect(() => {
    renew.current = reread;
  });
  useEffect(() => {
    if (!isFollowing || followed === undefined) return;
    const timer = setInterval(() => {
      if (Date.now() > followed.until) return setFollowed(undefined);
      router.refresh();
      renew.current();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isFollowing, followed, router]);
  return {
    followedId: isFollowing ? followed?.id : undefined,
    follow: (id: string) => setFollowed({ id, until: Date.now() + MAX_FOLLOWED_MS }),
  };
}
