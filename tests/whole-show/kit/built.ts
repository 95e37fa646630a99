// Runs once before all browser tests: they see today's server and today's pages.
import { buildPages, buildServer } from './build.ts';

export default function buildAll(): void {
  buildPages();
  buildServer();
}
