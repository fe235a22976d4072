import path from 'node:path/posix';
import type { Finding } from '@crowd-recital/core/fsck/finding.js';
import { forgetEarlyMain } from '@crowd-recital/core/session/early-main.js';
import type { JobDependencies } from '../dependencies.js';
import { publishAgain } from '../finalise-session/publish-again.js';

/** A file at a fixed name, `<id>/<name>`: a copy of what the session's row names. */
const publishedFile = /^([^/]+)\/[^/]+$/;

/**
 * Mends what can be mended without deciding anything: fixed names that are gone or differ are copied anew from what
 * the row names, what an upload left behind that broke off half-way (the store made it, no row ever named it) is
 * removed, and a discarded session names no early main any more. Everything else stays for a person to look at.
 * @param findings - of fsck.
 * @returns what was mended, by the subjects of its findings.
 */
export async function repairFindings(
  deps: Pick<JobDependencies, 'em' | 'store'>,
  findings: readonly Finding[],
): Promise<string[]> {
  const republish = new Set<string>();
  const repaired: string[] = [];
  for (const { kind, subject } of findings) {
    if (kind === 'object-unknown' && path.basename(subject).startsWith('.incoming-')) {
      await deps.store.delete(subject);
      repaired.push(subject);
    }
    if (kind === 'row-inconsistent' && (await forgetEarlyMain(deps.em(), subject))) repaired.push(subject);
    const sessionId = publishedFile.exec(subject)?.[1];
    if (sessionId !== undefined && (kind === 'object-missing' || kind === 'object-differs')) {
      republish.add(sessionId);
      repaired.push(subject);
    }
  }
  for (const sessionId of republish) await publishAgain(deps, sessionId);
  return repaired;
}
