import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { TextsToAdd } from './add-text.js';

/** `upload-document`, `set-public`. */
export function addTextCommands(program: Command): void {
  program
    .command('upload-document')
    .alias('upload_document')
    .description('add texts to read aloud, from files and articles')
    .requiredOption(
      '--source-path <file or link...>',
      'files (.txt, .html, .md, .docx, .epub, .pdf with text; at most 10 MB) and links of articles (Wikipedia in Hebrew, Yiddish or English, Yiddish Hamichlol)',
      inCallersFolder,
    )
    .addOption(
      new Option(
        '--source-lang <language>',
        'the language that the files are written in; an article has that of its wiki',
      )
        .choices(['he', 'yi', 'en'])
        .default('he'),
    )
    .addOption(
      new Option('--source-type <type>', "accepted for the predecessor's sake")
        .choices(['file-upload'])
        .hideHelp(),
    )
    .option('--owner-email <email>', "whose texts they are (default: nobody's, seen by admins alone)")
    .option('--title <title>', "its title (default: the document's own, else the file's name)")
    .option('--public', 'show them to every speaker', false)
    .addHelpText(
      'after',
      `
Each is read as the workers read it, in a process of its own with limits of time and memory. A book becomes several
texts. One that is refused does not keep the others; exit code 2: some were refused, 1: some failed and may be tried
again.

Example: npm run admin -- upload-document --source-path story.docx tale.txt --source-lang yi --public`,
    )
    .action(async (given: TextsToAdd) => {
      const { addTexts } = await import('./add-text.js');
      await addTexts(given);
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
function inCallersFolder(source: string, earlier: readonly string[] = []): readonly string[] {
  const isLink = /^https?:\/\//i.test(source);
  return [...earlier, isLink ? source : resolve(process.env.INIT_CWD ?? '.', source)];
}
