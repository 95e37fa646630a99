// `npm run faults`: does its best to make the built server lose, double or leak a score, and says whether it could (docs/faults.md).
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages, buildServer } from '#tests/whole-show/kit/build.ts';
import { catchMutants } from './mutants/catch.ts';
import { tableOf } from './mutants/table.ts';
import { readOptions } from './options.ts';
import { profiles } from './profiles.ts';
import { invariants } from './report/invariants.ts';
import { reportOf } from './report/markdown.ts';
import { newFolder, run } from './run.ts';
import { compileShim } from './shim/compile.ts';

const product = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  say(options);
  process.exit(2);
}
const { seed, report, counts } = options;
const profile = profiles[options.profile];

say(`Faults · seed ${seed}`);
buildPages({ onlyMissing: true });
buildServer();
const folder = newFolder();
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const shim = compileShim(folder);
const failures: string[] = [];
let passed = 0;
/** One line of the sum at the end. */
const count = (isGood: boolean, what: string) => (isGood ? (passed += 1) : failures.push(what));

if ('missing' in shim) {
  say(`UNKNOWN: ${shim.missing}`);
  failures.push(`UNKNOWN: ${shim.missing}`);
} else {
  const bench = { product, shim: shim.file };
  if (options.mutants === null) {
    const done = await run(profile, bench, seed, say);
    const text = reportOf(done);
    say(`\n${text}`);
    if (report !== null) appendFileSync(report, `\n${text}`);
    const { findings, judged } = done;
    const broken = findings.broken();
    for (const { id, promise, missing } of invariants)
      if (missing === undefined) count((findings.looked.get(id) ?? 0) > 0 && !broken.has(id), `${id}: ${promise}`);
    if (broken.has('run')) failures.push('something went wrong while it ran');
    for (const name of Object.keys(profile.sometimes))
      count(!judged.missing.some((missing) => missing.name === name), `not enough happened: ${name}`);
  }
  const wanted = options.mutants ?? profile.mutants;
  if (wanted.length > 0) {
    const caught = await catchMutants(wanted, bench, seed, say);
    const table = tableOf(caught);
    say(`\n${table}`);
    if (report !== null) appendFileSync(report, `\n${table}`);
    for (const { mutant, isCaught } of caught) count(isCaught, `${mutant.id} was not caught: ${mutant.bug}`);
  }
}
const failed = failures.length;
if (counts !== null) writeFileSync(counts, JSON.stringify({ passed, failed, failures }));
say(`${passed} passed, ${failed} failed · seed ${seed}`);
process.exit(failed === 0 ? 0 : 1);
