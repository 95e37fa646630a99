// Runs once before all unit and integration tests: those that start the real program find today's build of it.
import { buildServer } from '#tests/whole-show/kit/build.ts';

export default buildServer;
