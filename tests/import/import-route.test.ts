// The import over HTTP: for the operator only, at most 5 MB, raw bytes in, rows and guesses out, and nothing saved.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Imported } from '#protocol/import.ts';
import { startServer, type Device, type TestServer } from '#tests/kit/server.ts';

const file = readFileSync(new URL('fixtures/wuchang-2023.gb18030.csv', import.meta.url));

describe('POST /api/import', () => {
  let server: TestServer;
  let desk: Device;
  beforeAll(async () => {
    server = await startServer();
    desk = await server.device().join(server.seats.issueOperatorCode());
  });
  afterAll(() => server.stop());

  const send = (device: Device, body: Uint8Array<ArrayBuffer>, type = 'application/octet-stream') =>
    device.fetch('/api/import?name=list.csv', { method: 'POST', headers: { 'content-type': type }, body });

  it('answers the rows, what the columns mean, and saves nothing', async () => {
    const before = server.event.seq;
    const answer = (await (await send(desk, new Uint8Array(file))).json()) as Imported;
    expect(answer.fileName).toBe('list.csv');
    expect(answer.table).toHaveLength(11);
    expect(answer.guess.entries).toEqual({
      headerRow: 0,
      columns: ['number', 'subdistrict', 'community', 'title', null, 'titleEn', 'summary'],
    });
    expect(server.event.seq).toBe(before);
  });

  it('refuses whoever is not the operator', async () => {
    expect((await send(server.device(), new Uint8Array(file))).status).toBe(401);
  });

  it('refuses a file over 5 MB and a body that is no file, each with its code', async () => {
    const large = await send(desk, new Uint8Array(5 * 1024 * 1024 + 1));
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'import.too-large']);
    const form = await send(desk, new Uint8Array(4), 'multipart/form-data');
    expect([form.status, ((await form.json()) as { code: string }).code]).toEqual([415, 'request.malformed']);
  });

  it('names what is the matter with a file it cannot read', async () => {
    const answer = await send(desk, new Uint8Array(0));
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'import.empty']);
  });
});
