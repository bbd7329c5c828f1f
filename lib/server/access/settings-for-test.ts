import { vi } from 'vitest';

/** Turns sign-in on for a test, with the settings that it needs besides those of its mode. */
export function stubSignIn(settings: Record<string, string>): void {
  const common = { TRIPTYCH_OPERATORS: 'admins', TRIPTYCH_VIEWERS: 'staff' };
  for (const [name, value] of Object.entries({ ...common, ...settings })) vi.stubEnv(name, value);
}
