import { resolve } from 'node:path';
import { runStages } from '../check/run-stages.js';
import { typeSteps } from '../check/steps.js';

process.exit(await runStages([{ lanes: 2, steps: typeSteps(resolve(import.meta.dirname, '../..')) }]));
