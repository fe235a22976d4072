import { startPlan } from './stack-plan.js';
import { supervise } from './supervise.js';

process.exit(await supervise(startPlan));
