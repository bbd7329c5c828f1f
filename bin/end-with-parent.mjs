// Preloaded into the dashboard's server: it ends with the process that started it, even when that was killed.
process.on('disconnect', () => process.exit(0));
