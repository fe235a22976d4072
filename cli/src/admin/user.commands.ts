import type { Command } from 'commander';

/** `approve-speaker`, `make-admin`. */
export function addUserCommands(program: Command): void {
  program
    .command('approve-speaker')
    .alias('approve_speaker')
    .description('let people record, also before they have signed in; speakers and admins stay what they are')
    .requiredOption('--speaker-email <email...>', 'e-mail address; several may follow each other')
    .addHelpText('after', '\nExample: npm run admin -- approve-speaker --speaker-email dina@example.org')
    .action(async ({ speakerEmail }: { speakerEmail: string[] }) => {
      const { approve } = await import('./manage-people.js');
      await approve(speakerEmail);
    });
  program
    .command('make-admin')
    .alias('make_admin')
    .description('give somebody every right, also before the first sign-in')
    .requiredOption('--email <email>', 'e-mail address')
    .addHelpText('after', '\nExample: npm run admin -- make-admin --email dina@example.org')
    .action(async ({ email }: { email: string }) => {
      const { makeAdmin } = await import('./manage-people.js');
      await makeAdmin(email);
    });
}
