import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { project } from './project.js';
import type { System } from './system.js';

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The voice's sentences and their times, as the command line reads them. */
export const spokenTsv = spokenSentences.map(({ from, to, text }) => `${from}\t${to}\t${text}\n`).join('');

/** Runs `npm run recite` against a system, in its scratch folder. */
export async function recite(system: System, ...args: readonly string[]): Promise<Outcome> {
  const command = [join(project, 'scripts/bootstrap.mjs'), 'recite', '--server', system.url, ...args];
  try {
    const output = await promisify(execFile)(process.execPath, command, {
      cwd: system.scratch,
      env: { ...system.environment, INIT_CWD: system.scratch },
    });
    return { code: 0, ...output };
  } catch (error) {
    return error as Outcome;
  }
}

/** A finished recording of the voice. */
export interface Recited {
  readonly sessionId: string;
  readonly folder: string;
  /** Address at which it plays. */
  readonly link: string;
}

/** Where a finished recital is, as the command printed it. */
export function readOutcome({ code, stdout, stderr }: Outcome): Recited {
  const [sessionId, folder, link] = [/Session {2}(\S+)/, /Folder {3}(.+)/, /Listen {3}(\S+)/].map(
    (line) => line.exec(stdout)?.[1],
  );
  if (code === 0 && sessionId !== undefined && folder !== undefined && link !== undefined) {
    return { sessionId, folder, link };
  }
  throw new Error(`recite ended with ${code}:\n${stdout}${stderr}`);
}

/** Makes a finished recording without a microphone, for tests of what comes after. */
export async function reciteVoice(system: System, user: string, title: string): Promise<Recited> {
  await writeFile(join(system.scratch, 'spoken.tsv'), spokenTsv);
  return readOutcome(
    await recite(system, '--audio', voiceFile, '--text', 'spoken.tsv', '--user', user, '--title', title),
  );
}
