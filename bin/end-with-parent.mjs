// Preloaded into the dashboard's server, which must exit with the process that started it, even when that is killed.
process.on('disconnect', () => process.exit(0));
