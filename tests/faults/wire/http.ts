// One HTTP request on a connection of its own, with a time limit; a broken line is an answer too: null.
import { request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

export interface Asked {
  readonly port: number;
  readonly owner: string;
  readonly path: string;
  readonly cookie?: string;
  /** Posted when there is one. */
  readonly body?: unknown;
  readonly patienceMs?: number;
}

export function ask({ port, owner, path, cookie = '', body, patienceMs = 5000 }: Asked): Promise<Reply | null> {
  return new Promise((resolve) => {
    const text = body === undefined ? null : JSON.stringify(body);
    const asked = request(
      {
        port,
        path,
        host: '127.0.0.1',
        agent: false,
        method: text === null ? 'GET' : 'POST',
        headers: {
          cookie,
          'x-link': owner,
          ...(text !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(null));
        response.on('close', () => resolve(null));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cookies: (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? ''),
          }),
        );
      },
    );
    asked.setTimeout(patienceMs, () => asked.destroy());
    const limit = setTimeout(() => asked.destroy(), patienceMs * 2);
    asked.on('error', () => resolve(null));
    asked.on('close', () => clearTimeout(limit));
    asked.end(text ?? undefined);
  });
}
