#!/usr/bin/env node
// npx liangfen: runs the command line from its sources, so that nothing has to be built first and nothing can be out of date.
import { prepare } from './packages.mjs';

prepare({ isQuiet: true });
const { register } = await import('tsx/esm/api');
register();
await import('../command-line/main.ts');
