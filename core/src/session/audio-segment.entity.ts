import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { RecitalSession } from './recital-session.entity.js';

/** A run of bytes of the recorder's stream. Not playable alone; only all of them in order are. */
export const AudioSegment = defineEntity({
  name: 'AudioSegment',
  tableName: 'audio_segments',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    sequence: p.integer(),
    mimeType: p.text(),
    byteLength: p.integer(),
    /** Hex. */
    sha256: p.text(),
    storageKey: p.text(),
    /** Where its bytes begin in the stored source; null until it was finalised. */
    sourceOffset: p.bigint('number').nullable(),
    receivedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'audio_segments_session_sequence_unique', properties: ['session', 'sequence'] }],
  checks: [
    { name: 'audio_segments_sequence_check', expression: '"sequence" >= 0' },
    { name: 'audio_segments_byte_length_check', expression: '"byte_length" > 0' },
  ],
});
export type AudioSegment = InferEntity<typeof AudioSegment>;
