import { runLocalAws } from '@/lib/local-aws/main';

await runLocalAws(process.argv.slice(2));
