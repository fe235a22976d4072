import { Command, InvalidArgumentError } from 'commander';
import { runLists } from './lists/run-lists.js';

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
    '\nBoth databases are made for it on a PostgreSQL of its own, and removed again. Exit code 1: a goal is missed.',
  )
  .action(async (given: { few: number; many: number; users: number; rounds: number }) => {
    process.exitCode = (await runLists(given)) ? 0 : 1;
  });
await program.parseAsync();

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, at least 1.');
}
