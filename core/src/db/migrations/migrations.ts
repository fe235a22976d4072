import { InitialSchema } from './Migration20261122000000_initial_schema.js';
import { People } from './Migration20261123000200_people.js';
import { BackOffice } from './Migration20261123000300_back_office.js';
import { SkipReason } from './Migration20261123000500_skip_reason.js';
import { TextImports } from './Migration20261123060000_text_imports.js';
import { ReadingProgress } from './Migration20261123060100_reading_progress.js';
import { Console } from './Migration20261123080000_console.js';
import { Review } from './Migration20261123090000_review.js';
import { TextLength } from './Migration20261123120000_text_length.js';
import { ReportedSentences } from './Migration20261123130000_reported_sentences.js';
import { ReadingGoals } from './Migration20261123140000_reading_goals.js';
import { EarlyMain } from './Migration20261123180000_early_main.js';
import { RecitalsOfText } from './Migration20261123210000_recitals_of_text.js';

/**
 * Every migration, in order. Named here, and not found by a look into the folder, so that the same list holds under
 * tsx, vitest and plain Node. The name is what the database remembers: never change one.
 */
export const migrations = [
  { name: 'Migration20261122000000_initial_schema', class: InitialSchema },
  { name: 'Migration20261123000200_people', class: People },
  { name: 'Migration20261123000300_back_office', class: BackOffice },
  { name: 'Migration20261123000500_skip_reason', class: SkipReason },
  { name: 'Migration20261123060000_text_imports', class: TextImports },
  { name: 'Migration20261123060100_reading_progress', class: ReadingProgress },
  { name: 'Migration20261123080000_console', class: Console },
  { name: 'Migration20261123090000_review', class: Review },
  { name: 'Migration20261123120000_text_length', class: TextLength },
  { name: 'Migration20261123130000_reported_sentences', class: ReportedSentences },
  { name: 'Migration20261123140000_reading_goals', class: ReadingGoals },
  { name: 'Migration20261123180000_early_main', class: EarlyMain },
  { name: 'Migration20261123210000_recitals_of_text', class: RecitalsOfText },
];
