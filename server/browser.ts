// Opens the operator's page on this computer's own screen: a courtesy that may fail silently, the address is printed anyway.
import { spawn } from 'node:child_process';

function launcher(address: string): readonly [string, readonly string[]] {
  switch (process.platform) {
    case 'win32':
      // The empty string is the window's title; start would take the address for it.
      return ['cmd', ['/c', 'start', '', address]];
    case 'darwin':
      return ['open', [address]];
    default:
      return ['xdg-open', [address]];
  }
}

/** Whether somebody sits in front of this computer and has a screen to open a page on. */
export function hasScreen(environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const isDesktop = process.platform === 'win32' || process.platform === 'darwin';
  return isTerminal && (isDesktop || Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']));
}

export function openBrowser(address: string): void {
  const [command, args] = launcher(address);
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
