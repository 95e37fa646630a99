// npm run cases as it is called: what it prints, and with which code it ends.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const made: string[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cases-'));
  made.push(folder);
});
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true })));

function cases(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'cases/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

const golden = (id: string) => `tests/golden/${id}.json`;
const put = (name: string, text: string) => writeFileSync(join(folder, `${name}.json`), text);

describe('npm run cases', () => {
  it('prints how many rows of each file match, and the sum, and ends with 0', () => {
    for (const id of ['chopin2025-final', 'skating-textbook']) copyFileSync(golden(id), join(folder, `${id}.json`));
    writeFileSync(join(folder, 'README.md'), 'no case');
    const { status, lines, stderr } = cases(folder);
    expect(lines).toEqual(['chopin2025-final 11/11', 'skating-textbook 26/26', 'sum 37/37']);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('reports a result that was altered by a hundredth, says which figure it is, and ends with 1', () => {
    put('chopin2025-final', readFileSync(golden('chopin2025-final'), 'utf8').replace('"score":21.41', '"score":21.42'));
    const { status, lines, stderr } = cases(folder);
    expect(lines).toEqual(['chopin2025-final 10/11', 'sum 10/11']);
    expect(stderr).toContain('Eric Lu, score: published "21.42", found 21.41');
    expect(status).toBe(1);
  });

  it('reports a mark that was altered', () => {
    const text = readFileSync(golden('isu-missing-marks'), 'utf8').replace(
      '[7.25,7,6.5,7,7.25,null',
      '[7.25,7,6.5,7,8.25,null',
    );
    put('isu-missing-marks', text);
    expect(cases(folder)).toMatchObject({
      status: 1,
      lines: [expect.stringMatching(/^isu-missing-marks \d+\/104$/), expect.anything()],
    });
  });

  it('says so in a sentence when a method is unknown or a file cannot be read, runs the others, and ends with 1', () => {
    copyFileSync(golden('trampoline-example'), join(folder, 'b-good.json'));
    put('a-unknown', '{ "id": "x", "method": { "type": "applause" }, "input": {}, "expected": {} }');
    put('c-broken', '{ "id": ');
    put(
      'd-shapeless',
      '{ "id": "y", "method": { "type": "icc" }, "input": { "tables": 3 }, "expected": { "tables": [] } }',
    );
    const { status, lines, stderr } = cases(folder);
    expect(lines).toEqual([
      'a-unknown.json 0/0',
      'trampoline-example 1/1',
      'c-broken.json 0/0',
      'd-shapeless.json 0/0',
      'sum 1/1',
    ]);
    expect(stderr).toContain('a-unknown.json could not be run: the method "applause" is not known; known are');
    expect(stderr).toContain('c-broken.json could not be run:');
    expect(stderr).toContain('d-shapeless.json could not be run: input/tables');
    expect(status).toBe(1);
  });

  it('reports a published figure that the method does not know instead of passing it over', () => {
    put(
      'one',
      readFileSync(golden('trampoline-example'), 'utf8').replace('"execution":25.1', '"execution":25.1,"style":9'),
    );
    const { status, lines, stderr } = cases(folder);
    expect([status, lines[0]]).toEqual([1, 'trampoline-example 0/1']);
    expect(stderr).toContain('style: published "9", found not known to this method');
  });

  it('asks for a folder, and says when it holds no case or is not there', () => {
    expect(cases()).toMatchObject({ status: 1, stderr: expect.stringContaining('npm run cases -- DIR') as string });
    expect(cases(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('holds no case file') as string });
    expect(cases(join(folder, 'nowhere'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be read') as string,
    });
  });
});
