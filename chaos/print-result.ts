import type { RunResult } from './run.js';

/** How many of a list are printed. */
const most = 10;

/** Prints what happened, by kind of fault, and what came of it. */
export function printResult(store: string, result: RunResult): void {
  const { verdict, counts, crashes, answers, repetitions, seconds, folder } = result;
  const faults = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const row = (name: string, value: string | number): void =>
    console.log(`  ${name.padEnd(36)} ${String(value).padStart(10)}`);
  console.log(`\n${store}: ${faults} faults in ${seconds} s`);
  for (const [kind, count] of [...counts].sort(([a], [b]) => a.localeCompare(b))) row(kind, count);
  console.log('');
  row('recitals', verdict.sessions);
  row('  finished', verdict.finished);
  row('  deleted, as wished', verdict.deleted);
  row('calls answered', answers);
  row('calls sent again', repetitions);
  row('acknowledged bytes of voice', verdict.acknowledgedBytes);
  row('remains that were not acknowledged', verdict.orphans);
  console.log('');
  row('lost', verdict.lost.length);
  row('doubled', verdict.doubled.length);
  row('stuck', verdict.stuck.length);
  row('answers that break a promise', verdict.surprises.length);
  row('findings of fsck', verdict.findings.length);
  row('processes that ended by themselves', crashes);
  const findings = verdict.findings.map(({ kind, subject, detail }) => `${kind} ${subject}: ${detail}`);
  for (const line of [verdict.lost, verdict.doubled, verdict.stuck, verdict.surprises, findings].flatMap(
    (list) => list.slice(0, most),
  )) {
    console.log(`    ${line}`);
  }
  if (folder !== undefined) console.log(`  Logs: ${folder}`);
  console.log('');
}
