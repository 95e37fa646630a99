// What the person at the keyboard said: command line and environment, read once, wrong values named in a sentence.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSpareAddress } from '#domain/spare-address.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

export interface Config {
  readonly host: string;
  /** Null: port 80 if allowed, else the first free one of 8080 … 8099. */
  readonly port: number | null;
  /** Null: the first free one after the main port. */
  readonly hallPort: number | null;
  readonly data: string;
  /** Where a second copy of every backup goes; null when nowhere. */
  readonly backup: string | null;
  /** Addresses of the computers that would go on, should this one break. */
  readonly spares: readonly string[];
  /** An event file to begin with. */
  readonly open: string | null;
  readonly opensBrowser: boolean;
  readonly help: boolean;
  readonly log: LogLevel;
}

export const usage = `Liangfen 亮分

  npm start -- [options]

  --port N       the port to listen on; without it 80, or the first free one of 8080 … 8099
                 监听端口；不写则用 80，不行就用 8080–8099 中第一个空闲的
  --hall-port N  the audience's port; without it the first free one after the main port
                 观众端的端口；不写则用主端口之后第一个空闲的
  --host A       the address to listen on (default 0.0.0.0: every network of this computer)
                 监听地址（默认 0.0.0.0：本机所有网络）
  --data DIR     where the event is kept (default ./data)
                 活动数据存放的文件夹（默认 ./data）
  --backup DIR   where a second copy of every backup goes, e.g. a USB stick; the first is in DATA/backups
                 备份的第二个存放位置，例如 U 盘；第一份在数据文件夹的 backups 里
  --spare URL    the address of a spare computer, where devices look for the event should this one break; repeatable
                 备用电脑的地址，本机坏了各设备会去那里找这场活动；可写多次
  --open FILE    begin with this event file (liangfen-event/1) in a new data folder
                 用这份活动文件开始一份新数据
  --no-browser   do not open a browser window
                 不自动打开浏览器
  --help         this list
                 显示本说明

  LIANGFEN_PORT, LIANGFEN_HALL_PORT, LIANGFEN_HOST, LIANGFEN_DATA, LIANGFEN_BACKUP and
  LIANGFEN_SPARE (separated by commas) stand for the options of the same name.
  LIANGFEN_LOG=info writes every request to the error output as JSON lines (default warn).
`;

/** @returns the port, null when none was named, or a sentence. */
function readPort(option: string, text: string | undefined): number | null | string {
  if (text === undefined) return null;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  return `${option} must be a number from 0 to 65535, not "${text}". ${option} 应为 0 到 65535 之间的数。`;
}

function readOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string' },
      'hall-port': { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      backup: { type: 'string' },
      spare: { type: 'string', multiple: true },
      open: { type: 'string' },
      browser: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

/** @returns the configuration, or a sentence that says what is wrong. */
export function readConfig(args: readonly string[], environment: NodeJS.ProcessEnv): Config | string {
  let values: ReturnType<typeof readOptions>;
  try {
    values = readOptions(args);
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    return `${reason}. See --help. 无法识别的选项，可用 --help 查看说明。`;
  }
  const port = readPort('--port', values.port ?? environment['LIANGFEN_PORT']);
  if (typeof port === 'string') return port;
  const hallPort = readPort('--hall-port', values['hall-port'] ?? environment['LIANGFEN_HALL_PORT']);
  if (typeof hallPort === 'string') return hallPort;
  if (port !== null && port !== 0 && port === hallPort)
    return `--port and --hall-port must differ. --port 与 --hall-port 不能相同。`;
  const spares = values.spare ?? (environment['LIANGFEN_SPARE'] ?? '').split(',').flatMap((text) => text.trim() || []);
  const wrong = spares.find((address) => !isSpareAddress(address));
  if (wrong !== undefined)
    return `--spare must be an address like http://192.168.1.11:8080, not "${wrong}". --spare 应为 http://192.168.1.11:8080 这样的地址。`;
  const level = environment['LIANGFEN_LOG'] ?? 'warn';
  const log = LOG_LEVELS.find((known) => known === level);
  if (log === undefined)
    return `LIANGFEN_LOG must be one of ${LOG_LEVELS.join(', ')}, not "${level}". LIANGFEN_LOG 的取值不对。`;
  const backup = values.backup ?? environment['LIANGFEN_BACKUP'];
  return {
    host: values.host ?? environment['LIANGFEN_HOST'] ?? '0.0.0.0',
    port,
    hallPort,
    data: resolve(values.data ?? environment['LIANGFEN_DATA'] ?? 'data'),
    backup: backup === undefined ? null : resolve(backup),
    spares,
    open: values.open === undefined ? null : resolve(values.open),
    opensBrowser: values.browser ?? true,
    help: values.help ?? false,
    log,
  };
}
