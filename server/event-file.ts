// An event file named at the keyboard: read and checked before anything is opened, its first fault named with its place.
import { readFileSync, statSync } from 'node:fs';
import Value from 'typebox/value';
import { EventDefinitionSchema, type EventDefinition } from '#domain/definition.ts';

/** Pictures are inside: large, but not a film taken for an event file. */
const maxBytes = 32 * 1024 * 1024;

/** @returns the definition, or a sentence that says what is wrong. */
export function readEventFile(file: string): EventDefinition | string {
  let text: string;
  try {
    if (statSync(file).size > maxBytes)
      return `${file} is larger than 32 MB and no event file. ${file} 超过 32 MB，不是活动文件。`;
    text = readFileSync(file, 'utf8');
  } catch {
    return `The event file cannot be read: ${file}. 读不到活动文件：${file}。`;
  }
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return `${file} is not JSON and no event file. ${file} 不是 JSON，不能当作活动文件打开。`;
  }
  if (Value.Check(EventDefinitionSchema, document)) return document;
  const [first] = Value.Errors(EventDefinitionSchema, document);
  const place = first?.instancePath || '/';
  return `${file} is not a valid event file: ${place} ${first?.message ?? ''}. ${file} 不是有效的活动文件，问题在 ${place}。`;
}
