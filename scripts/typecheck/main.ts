import { resolve } from 'node:path';
import { runSteps } from '../check/run-steps.js';
import { typeSteps } from '../check/steps.js';

process.exit(await runSteps(typeSteps(resolve(import.meta.dirname, '../..'))));
