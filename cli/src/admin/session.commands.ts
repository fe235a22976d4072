import { InvalidArgumentError, Option, type Command } from 'commander';
import type { SessionWork } from './work-through-sessions.js';

/** `aggregate-sessions`, `upload-sessions`, `finalize-sessions`, `discard-sessions`. */
export function addSessionCommands(program: Command): void {
  const add = (name: string, work: SessionWork, description: string, after: string): Command =>
    program
      .command(name)
      .alias(name.replace('-', '_'))
      .description(description)
      .option('--limit <count>', 'stop after so many', wholeNumber)
      .addHelpText('after', after)
      .action(async ({ limit }: { limit?: number }) => {
        const { workThroughSessions } = await import('./work-through-sessions.js');
        await workThroughSessions(work, limit ?? Number.POSITIVE_INFINITY);
      });
  add(
    'finalize-sessions',
    'finalise',
    'finish every recording that waits, the longest waiting first',
    `
Makes audio, captions and manifest, and puts them in their place, as the workers do and with the same claims: both may
run at once. Meant for cron where JOB_SESSION_FINALIZATION_DISABLED is set. Recitals that went silent count as
abandoned first. Exit code 3: some need an admin (parts are missing, say), 1: some failed and will be tried again.`,
  );
  add(
    'aggregate-sessions',
    'aggregate',
    'finish the recordings of which nothing is staged yet',
    `
Half of finalize-sessions, for jobs that call aggregate-sessions and upload-sessions one after the other. What was
made is put in its place at once, since it lies in the content store already.`,
  );
  add(
    'upload-sessions',
    'upload',
    'put in their place the recordings that were made and staged, and not published',
    `
The other half of finalize-sessions. With --from local: moves what this machine stored before a bucket was configured
into the bucket, and deletes here what is safe there. Until then it stays playable from here. It may run beside the
system, and again.`,
  )
    .addOption(
      new Option('--from <store>', 'move recordings that lie there into the bucket').choices(['local']),
    )
    .action(async ({ from, limit }: { from?: 'local'; limit?: number }) => {
      if (from === undefined) {
        const { workThroughSessions } = await import('./work-through-sessions.js');
        await workThroughSessions('upload', limit ?? Number.POSITIVE_INFINITY);
      } else {
        const { moveToBucket } = await import('./move-to-bucket.js');
        await moveToBucket(limit ?? Number.POSITIVE_INFINITY);
      }
    });
  add(
    'discard-sessions',
    'discard',
    'delete everything of the recordings that were wished away',
    `
Everything is deleted, and deleted and looked for again 15 minutes later, so that nothing remains of what was still
being written. Run it again after that time, or leave it to the workers.`,
  );
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, at least 1.');
}
