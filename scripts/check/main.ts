import { resolve } from 'node:path';
import { runStages } from './run-stages.js';
import { checkStages } from './steps.js';

process.exit(await runStages(checkStages(resolve(import.meta.dirname, '../..'))));
