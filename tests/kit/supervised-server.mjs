// What npm start does once everything is built: the built server under its supervisor.
import { fileURLToPath } from 'node:url';
import { supervise } from '../../scripts/supervisor.mjs';

supervise(fileURLToPath(new URL('../../dist/server/main.js', import.meta.url)), process.argv.slice(2));
