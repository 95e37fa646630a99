// What the person at the keyboard said: command line and environment, read once, wrong values named in a sentence.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

export interface Config {
  readonly host: string;
  /** Null: port 80 if allowed, else the first free one of 8080 … 8099. */
  readonly port: number | null;
  readonly data: string;
  /** An event file to begin with. */
  readonly open: string | null;
  readonly opensBrowser: boolean;
  readonly help: boolean;
}

export const usage = `Liangfen 亮分

  npm start -- [options]

  --port N       the port to listen on; without it 80, or the first free one of 8080 … 8099
  --host A       the address to listen on (default 0.0.0.0: every network of this computer)
  --data DIR     where the event is kept (default ./data)
  --open FILE    begin with this event file (liangfen-event/1) in a new data folder
  --no-browser   do not open a browser window
  --help         this list
`;

/** @returns the configuration, or a sentence that says what is wrong. */
export function readConfig(args: readonly string[], environment: NodeJS.ProcessEnv): Config | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        open: { type: 'string' },
        browser: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    const port = values.port ?? environment['LIANGFEN_PORT'];
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
      return `--port must be a number from 0 to 65535, not "${port}". --port 应为 0 到 65535 之间的数。`;
    return {
      host: values.host ?? environment['LIANGFEN_HOST'] ?? '0.0.0.0',
      port: port === undefined ? null : Number(port),
      data: resolve(values.data ?? environment['LIANGFEN_DATA'] ?? 'data'),
      open: values.open === undefined ? null : resolve(values.open),
      opensBrowser: values.browser ?? true,
      help: values.help ?? false,
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : 'Unknown option.'}\n\n${usage}`;
  }
}
