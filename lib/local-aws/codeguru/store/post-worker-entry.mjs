import { register } from 'tsx/esm/api';

// A thread doesn't have the loader of the thread that made it.
register();
await import('./post-worker.ts');
