import { closeWhatIsOpen } from '@crowd-recital/core/test/when-file-ends.js';
import { afterAll } from 'vitest';

// Files share their modules, so that only what runs for each file anew can say what comes after its tests.
afterAll(closeWhatIsOpen);
