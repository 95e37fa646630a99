// What the person at the keyboard reads when something is wrong: one sentence in both languages, exit code 2, no stack trace.
import Database from 'better-sqlite3';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '#db/sqlite.ts';
import { endAll, newFolder, ServerProgram, startProgram } from '#tests/kit/process.ts';

const others: Server[] = [];
afterEach(async () => {
  others.splice(0).forEach((server) => server.close());
  await endAll();
});

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  others.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Runs until it ends by itself; the sentence is all there is on the error output. */
async function refusal(args: readonly string[], folder = newFolder(), env: NodeJS.ProcessEnv = {}): Promise<string> {
  const program = new ServerProgram(folder, [...(args.includes('--port') ? [] : ['--port', '0']), ...args], {
    LIANGFEN_LOG: 'warn',
    ...env,
  });
  expect(await program.ended).toEqual({ code: 2, signal: null });
  const lines = program.errors.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/[a-z]{3}/);
  expect(lines[0]).toMatch(/[\u4e00-\u9fff]{3}/);
  expect(lines[0]).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  return lines[0] ?? '';
}

describe('a server that cannot start says why in one sentence', () => {
  it('names an unknown option and the way to the list', async () => {
    expect(await refusal(['--prot', '8080'])).toMatch(/--prot.*--help/);
  });

  it('names a port that is no port, from the command line and from the environment', async () => {
    expect(await refusal(['--port', 'eighty'])).toContain('"eighty"');
    expect(await refusal(['--hall-port', '70000'])).toContain('--hall-port');
    expect(await refusal([], newFolder(), { LIANGFEN_LOG: 'loud' })).toContain('"loud"');
  });

  it('names a port in use', async () => {
    const port = await takenPort();
    expect(await refusal(['--port', String(port)])).toContain(`${port} is in use`);
  });

  it("names the audience's port in use", async () => {
    const port = await takenPort();
    expect(await refusal(['--hall-port', String(port)])).toMatch(new RegExp(`${port}.*--hall-port`));
  });

  it('names an address this computer does not have', async () => {
    expect(await refusal(['--host', '203.0.113.7'])).toContain('203.0.113.7');
    expect(await refusal(['--host', 'no-such-host.invalid'])).toContain('no-such-host.invalid');
  });

  it('names a data folder that cannot be written', async () => {
    const file = join(newFolder(), 'a file');
    writeFileSync(file, '');
    expect(await refusal([], join(file, 'data'))).toContain('cannot be written');
  });

  it('names a data file that is none', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'liangfen.db'), 'not a database at all '.repeat(100));
    expect(await refusal([], folder)).toContain('liangfen.db');
  });

  it('names the first fact of a record that was changed', async () => {
    const folder = newFolder();
    const file = join(folder, 'liangfen.db');
    const { journal } = openSqlite(file);
    const entry = { at: 1, opId: 'ab', opHash: 'cd', by: '{"role":"operator"}', device: '', type: 'stage.cleared' };
    journal.append([1, 2, 3].map((number) => ({ ...entry, body: `{"type":"stage.cleared","number":${number}}` })));
    journal.close();
    const db = new Database(file);
    db.exec("DROP TRIGGER journal_keeps_facts; UPDATE journal SET body = '{}' WHERE seq = 2");
    db.close();
    expect(await refusal([], folder)).toContain('fact 2');
  });

  it('names data written by a newer version', async () => {
    const folder = newFolder();
    const db = new Database(join(folder, 'liangfen.db'));
    db.pragma('user_version = 999');
    db.close();
    expect(await refusal([], folder)).toContain('newer Liangfen');
  });

  it('keeps a second server away from the data of a running one', async () => {
    const folder = newFolder();
    await startProgram(folder);
    expect(await refusal([], folder)).toContain('already running');
  });

  it('names an event file that is missing, no JSON, or no event, and makes no data for it', async () => {
    const folder = newFolder();
    const data = join(folder, 'data');
    expect(await refusal(['--open', join(folder, 'missing.json')], data)).toContain('missing.json');
    const file = join(folder, 'event.json');
    writeFileSync(file, '{ "format": ');
    expect(await refusal(['--open', file], data)).toContain('not JSON');
    writeFileSync(file, '{ "format": "liangfen-event/1", "name": 7 }');
    expect(await refusal(['--open', file], data)).toContain('not a valid event file');
    mkdirSync(join(folder, 'folder.json'));
    expect(await refusal(['--open', join(folder, 'folder.json')], data)).toContain('folder.json');
    expect(() => openSqlite(join(data, 'liangfen.db'))).toThrow('store.unwritable');
  });
});

describe('the list of options', () => {
  it('is printed by --help and ends well', async () => {
    const program = new ServerProgram(newFolder(), ['--help']);
    expect(await program.ended).toEqual({ code: 0, signal: null });
    for (const option of ['--port', '--hall-port', '--host', '--data', '--open', '--no-browser', '--help'])
      expect(program.output).toContain(option);
    expect(program.errors).toBe('');
  });
});
