import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { TextToAdd } from './add-text.js';

/** `upload-document`, `set-public`. */
export function addTextCommands(program: Command): void {
  program
    .command('upload-document')
    .alias('upload_document')
    .description('add a text to read aloud, from a file or an address')
    .requiredOption('--source-path <file or URL>', 'plain text in UTF-8, at most 10 MiB', inCallersFolder)
    .addOption(
      new Option('--source-lang <language>', 'the language it is written in')
        .choices(['he', 'yi', 'en'])
        .default('he'),
    )
    .addOption(
      new Option('--source-type <type>', "accepted for the predecessor's sake")
        .choices(['file-upload'])
        .hideHelp(),
    )
    .option('--owner-email <email>', "whose text it is (default: nobody's, seen by admins alone)")
    .option('--title <title>', 'its title (default: its first words)')
    .option('--public', 'show it to every speaker', false)
    .addHelpText(
      'after',
      '\nExample: npm run admin -- upload-document --source-path story.txt --source-lang yi --public',
    )
    .action(async (given: TextToAdd) => {
      const { addText } = await import('./add-text.js');
      await addText(given);
    });
  program
    .command('set-public')
    .alias('set_public')
    .description('show a text to every speaker, or to its owner and admins alone')
    .argument('<text-id...>', "the text's id; several may follow each other")
    .option('--off', 'take it back', false)
    .action(async (textIds: string[], { off }: { off: boolean }) => {
      const { publish } = await import('./add-text.js');
      await publish(textIds, !off);
    });
}

/** npm runs scripts in the project's folder; INIT_CWD is the one in which the command was typed. */
function inCallersFolder(source: string): string {
  return /^https?:\/\//i.test(source) ? source : resolve(process.env.INIT_CWD ?? '.', source);
}
