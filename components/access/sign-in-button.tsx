'use client';

import { Button } from '@mantine/core';
import { signInPath } from '@/lib/answer/access';

/** Signs in again, and returns to the same address. */
export const SignInButton = () => (
  <Button
    size="xs"
    onClick={() => {
      const { pathname, search, hash } = window.location;
      window.location.assign(signInPath(pathname + search + hash));
    }}
  >
    Sign in again
  </Button>
);
