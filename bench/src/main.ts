import { Command, InvalidArgumentError } from 'commander';
import { runLists } from './lists/run-lists.js';

const recorded = '\nThe table goes to docs/benchmarks.md too, with machine, versions, date and load.';
const appended = `${recorded} Exit code 1: a goal is missed.`;

const program = new Command('npm run bench --');
program.description('Measure what the system promises; each benchmark prints a table.');
program
  .command('lists')
  .description('what pages, statistics and searches cost with few recordings and with many')
  .option('--few <sessions>', 'recordings in the small database', wholeNumber, 10_000)
  .option('--many <sessions>', 'recordings in the large database', wholeNumber, 1_000_000)
  .option('--users <users>', 'users in both', wholeNumber, 50_000)
  .option('--rounds <rounds>', 'measurements of each operation', wholeNumber, 60)
  .addHelpText(
    'after',
    `\nBoth databases are made for it on a PostgreSQL of its own, and removed again.${appended}`,
  )
  .action(async (given: { few: number; many: number; users: number; rounds: number }) => {
    process.exitCode = (await runLists(given)) ? 0 : 1;
  });
program
  .command('uploads')
  .description(
    'segments a second and how long each takes, beside a bare route that streams, hashes and fsyncs',
  )
  .option('--speakers <counts>', 'speakers at a time, with commas', wholeNumbers, [50, 200, 800])
  .option('--seconds <seconds>', 'how long each load lasts', wholeNumber, 30)
  .option('--profile <folder>', 'where a CPU profile of the API goes (a flame graph in any browser)')
  .addHelpText('after', appended)
  .action(async ({ profile, ...given }: { speakers: number[]; seconds: number; profile?: string }) => {
    const { runUploads } = await import('./uploads/run-uploads.js');
    process.exitCode = (await runUploads({ ...given, profile })) ? 0 : 1;
  });
program
  .command('finalisation')
  .description('from the claim to the finished files, beside the bare ffmpeg command')
  .option('--minutes <lengths>', 'recordings, with commas', wholeNumbers, [1, 10, 60])
  .option('--rounds <rounds>', 'measurements of each', wholeNumber, 3)
  .addHelpText('after', appended)
  .action(async (given: { minutes: number[]; rounds: number }) => {
    const { runFinalisation } = await import('./finalisation/run-finalisation.js');
    process.exitCode = (await runFinalisation(given)) ? 0 : 1;
  });
program
  .command('site')
  .description('starts, memory at rest and under load, and how soon a recording can be played')
  .option('--minutes <length>', 'length of each recording', wholeNumber, 10)
  .option('--recordings <count>', 'how many are finished', wholeNumber, 10)
  .addHelpText('after', appended)
  .action(async (given: { minutes: number; recordings: number }) => {
    const { runSite } = await import('./site/run-site.js');
    process.exitCode = (await runSite(given)) ? 0 : 1;
  });
program
  .command('bundles')
  .description('how large the built web apps are')
  .addHelpText('after', recorded)
  .action(async () => {
    const { runBundles } = await import('./bundles/run-bundles.js');
    await runBundles();
  });
program
  .command('sentences')
  .description('how well sentences are told apart, by hard passages in each language')
  .argument(
    '[folder]',
    'with treebanks of Universal Dependencies (he_htb-ud-test.conllu) to measure by instead',
  )
  .action(async (folder: string | undefined) => {
    const { measureSentences } = await import('./sentences/measure-sentences.js');
    await measureSentences(folder);
  });
program
  .command('imports')
  .description('how long uploads take while books are taken in')
  .option('--speakers <count>', 'speakers at a time', wholeNumber, 200)
  .option('--seconds <seconds>', 'how long each turn lasts', wholeNumber, 15)
  .option('--rounds <rounds>', 'turns', wholeNumber, 3)
  .addHelpText('after', recorded)
  .action(async (given: { speakers: number; seconds: number; rounds: number }) => {
    const { runImports } = await import('./imports/run-imports.js');
    await runImports(given);
  });
program
  .command('console')
  .description('how soon the API answers the console, on every screen of a site with 10,000 recordings')
  .option('--rounds <rounds>', 'looks at each screen in each of its ways', wholeNumber, 3)
  .addHelpText('after', appended)
  .action(async (given: { rounds: number }) => {
    const { runConsole } = await import('./console/run-console.js');
    process.exitCode = (await runConsole(given)) ? 0 : 1;
  });
program
  .command('lighthouse')
  .description('what Lighthouse says of the speakers’ pages, with its mobile profile')
  .option('--rounds <rounds>', 'looks at each page', wholeNumber, 5)
  .option('--page <name>', 'the only page to look at, as the table calls it')
  .addHelpText('after', `\nBuilds what is not built yet, and fetches Lighthouse by npx.${appended}`)
  .action(async ({ page, ...given }: { rounds: number; page?: string }) => {
    const { runLighthouse } = await import('./lighthouse/run-lighthouse.js');
    process.exitCode = (await runLighthouse({ ...given, only: page })) ? 0 : 1;
  });
await program.parseAsync();

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, at least 1.');
}

function wholeNumbers(text: string): number[] {
  return text.split(',').map(wholeNumber);
}
