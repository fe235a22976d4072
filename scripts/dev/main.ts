import { supervise } from '../start/supervise.js';
import { devPlan } from './dev-plan.js';

process.exit(await supervise(devPlan));
