import { resolve } from 'node:path';
import { runSteps } from './run-steps.js';
import { checkSteps } from './steps.js';

process.exit(await runSteps(checkSteps(resolve(import.meta.dirname, '../..'))));
