// npm run cases -- DIR: recomputes the published competitions of a folder with the engine; exit 1 where anything does not match.
import { runFolder } from './run-folder.ts';

const [folder, ...others] = process.argv.slice(2);

if (folder === undefined || others.length > 0) {
  console.error('Name one folder of case files: npm run cases -- DIR');
  process.exitCode = 1;
} else {
  const report = runFolder(folder);
  for (const line of report.lines) console.log(line);
  for (const complaint of report.complaints) console.error(complaint);
  process.exitCode = report.isMatched ? 0 : 1;
}
