import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './config.js';

/** The version of this product, as package.json has it. */
export function productVersion(): string {
  const content = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return content.version;
}
