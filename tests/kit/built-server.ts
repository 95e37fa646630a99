// Runs once before all unit and integration tests: those that start the real program find today's build of it.
import { buildPages, buildServer } from '#tests/whole-show/kit/build.ts';

export default function buildForProgram(): void {
  buildPages({ onlyMissing: true });
  buildServer();
}
