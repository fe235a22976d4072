import { styled } from '../terminal/style.js';

const warning = 40;
const error = 50;

interface LogRecord {
  level: number;
  msg?: string;
  err?: { message?: string };
}

/**
 * What of a child's log line the terminal shows: warnings, errors, and whatever is not a log record (the last
 * words of a crash).
 * @param all shows every line
 * @returns null for a line that stays in the file
 */
export function terminalLine(name: string, line: string, all: boolean): string | null {
  if (line.trim() === '') return null;
  const label = styled('dim', `[${name}]`);
  const record = parseRecord(line);
  if (record === null) return `${label} ${line}`;
  if (!all && record.level < warning) return null;
  const text = [record.msg, record.err?.message].filter((part) => part !== undefined && part !== '');
  const message = [...new Set(text)].join(': ');
  if (record.level >= error) return `${label} ${styled('red', message)}`;
  if (record.level >= warning) return `${label} ${styled('yellow', message)}`;
  return `${label} ${message}`;
}

function parseRecord(line: string): LogRecord | null {
  if (!line.startsWith('{')) return null;
  try {
    const record = JSON.parse(line) as Partial<LogRecord>;
    return typeof record.level === 'number' ? (record as LogRecord) : null;
  } catch {
    return null;
  }
}
