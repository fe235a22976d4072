import { styled } from '../terminal/style.js';
import type { Settings } from './settings.js';
import type { StackPlan } from './stack-plan.js';

/** What the person who started needs to know, and nothing else. */
export function banner(options: { plan: StackPlan; settings: Settings; took: number }): string {
  const { plan, settings, took } = options;
  const { auth, dataFolder } = settings.config;
  const rows: [string, string][] = [
    ['Recorder', styled('cyan', `${plan.address}/`)],
    ['Console', styled('cyan', `${plan.address}/admin/`)],
  ];
  if (auth.developmentSignIn) {
    rows.push(['Sign in', 'choose speaker@localhost or admin@localhost on the sign-in page']);
  }
  rows.push(['Data', dataFolder], ['Stop', 'Ctrl-C']);
  return [
    '',
    `  ${styled('bold', 'Crowd Recital')} is ready ${styled('dim', `(${(took / 1000).toFixed(1)} s)`)}`,
    '',
    ...rows.map(([name, value]) => `  ${styled('dim', name.padEnd(10))} ${value}`),
    '',
  ].join('\n');
}
