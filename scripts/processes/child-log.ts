import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

const pollMs = 200;
const maxBytes = 50_000_000;

export interface ChildLog {
  path: string;
  /** to be handed to the child as its output: it can go on writing when this process is killed */
  descriptor: number;
  /** reads what was written since the last look */
  look: () => void;
  close: () => void;
}

/**
 * Opens a fresh log for a child's output; the one of the last start stays as `<path>.1`.
 * @param onLine gets every line soon after it was written
 */
export function openChildLog(path: string, onLine: (line: string) => void): ChildLog {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, 'a+', 0o600);
  let offset = 0;
  let rest = '';
  const decoder = new StringDecoder('utf8');

  const look = () => {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.alloc(size - offset);
    offset += readSync(descriptor, bytes, 0, bytes.length, offset);
    const lines = (rest + decoder.write(bytes)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
    if (size < maxBytes) return;
    copyFileSync(path, `${path}.1`);
    ftruncateSync(descriptor);
    offset = 0;
  };
  const timer = setInterval(look, pollMs);
  timer.unref();
  return {
    path,
    descriptor,
    look,
    close() {
      clearInterval(timer);
      look();
      closeSync(descriptor);
    },
  };
}
