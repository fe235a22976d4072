import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { localConfig } from '../local/local-config.js';
import type { Language } from './operations.js';
import { printResult } from './print-result.js';
import { recite } from './recite.js';

interface Given {
  readonly audio: string;
  readonly text: string;
  readonly server?: string;
  readonly user: string;
  readonly token?: string;
  readonly title?: string;
  readonly language?: Lowercase<Language>;
  readonly timeout: number;
}

/** `recite`: sends a finished recording and its sentences, as a speaker would from the browser. */
export function addReciteCommand(program: Command): void {
  program
    .command('recite')
    .description(
      'send a recording and the times of its sentences to a running server, and wait until it is finished',
    )
    .requiredOption('--audio <file>', 'WebM, Ogg, MP4, WAV, FLAC or MP3; sent as it is', inCallersFolder)
    .requiredOption('--text <file>', 'WebVTT, or TSV with the columns from, to, sentence', inCallersFolder)
    .option('--server <url>', 'address of the server (default: the one of this folder)', serverAddress)
    .option('--user <email>', 'development user to sign in as', 'speaker@localhost')
    .addOption(new Option('--token <token>', 'access token, instead of --user').env('RECITE_TOKEN'))
    .option('--title <title>', "title of the text (default: the name of the text's file)")
    .addOption(
      new Option('--language <language>', 'language of the text (default: told by its letters)').choices([
        'he',
        'yi',
        'en',
      ]),
    )
    .option('--timeout <seconds>', 'how long to wait until the recording is finished', wholeSeconds, 600)
    .action(async (given: Given) => {
      const { audio, text, title } = given;
      const server = given.server ?? localConfig()?.http.publicUrl ?? 'http://localhost:8000';
      const finished = await recite({
        audio,
        text,
        server,
        title,
        credentials: given.token === undefined ? { user: given.user } : { token: given.token },
        language: given.language && (given.language.toUpperCase() as Language),
        patienceSeconds: given.timeout,
      });
      printResult(finished, server);
    });
}

/** npm runs scripts in the project's folder; INIT_CWD is the one in which the command was typed. */
function inCallersFolder(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}

function serverAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.origin;
  throw new InvalidArgumentError('It must be an address such as http://localhost:8000.');
}

function wholeSeconds(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of seconds.');
}
