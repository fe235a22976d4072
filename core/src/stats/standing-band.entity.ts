import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * All speakers whose totals are about alike (within 2 %), summed up. A rank is the bands above one's own and a look
 * into that one, so that it costs the same with 100 speakers as with 50,000; the sum over all bands is the whole
 * site. Speakers without a recording are in none.
 */
export const StandingBand = defineEntity({
  name: 'StandingBand',
  tableName: 'standing_bands',
  properties: {
    /** `user_totals.band`; higher bands have recorded more. */
    band: p.integer().primary().autoincrement(false),
    speakers: p.integer().default(0),
    /** How many different totals there are: speakers with the same total share a rank. */
    levels: p.integer().default(0),
    durationSeconds: p.double().$type<number>().default(0),
    recordings: p.integer().default(0),
  },
});
export type StandingBand = InferEntity<typeof StandingBand>;
