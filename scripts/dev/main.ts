import { parseArgs } from 'node:util';
import { supervise } from '../start/supervise.js';
import { devPlan } from './dev-plan.js';
import { openToPhones } from './open-to-phones.js';

const { values } = parseArgs({ options: { phones: { type: 'boolean', default: false } } });
if (values.phones) openToPhones(process.env);
process.exit(await supervise((settings) => devPlan(settings, values)));
