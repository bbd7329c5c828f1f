import { runProfile } from './profile/run';

process.exitCode = await runProfile(process.argv.slice(2), process.env);
