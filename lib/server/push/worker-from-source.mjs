import { register } from 'tsx/esm/api';

// A worker does not inherit the module loader of the thread that started it.
register();
await import('./worker.ts');
