import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { RecitalSession } from './recital-session.entity.js';

/** Bytes that came for a sequence which already held others. Kept, because a voice is never thrown away. */
export const SetAsideAudio = defineEntity({
  name: 'SetAsideAudio',
  tableName: 'set_aside_audio',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    sequence: p.integer(),
    mimeType: p.text(),
    byteLength: p.integer(),
    sha256: p.text(),
    storageKey: p.text(),
    receivedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [
    { name: 'set_aside_audio_session_sequence_sha256_unique', properties: ['session', 'sequence', 'sha256'] },
  ],
});
export type SetAsideAudio = InferEntity<typeof SetAsideAudio>;

/** A reading of a sentence that came for a sequence which already held another. */
export const SetAsideText = defineEntity({
  name: 'SetAsideText',
  tableName: 'set_aside_text',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    session: () => p.manyToOne(RecitalSession).ref().deleteRule('cascade'),
    sequence: p.integer(),
    paragraph: p.integer(),
    sentence: p.integer(),
    seekStart: p.double().$type<number>(),
    seekEnd: p.double().$type<number>(),
    discarded: p.boolean(),
    receivedAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [
    {
      name: 'set_aside_text_all_unique',
      properties: ['session', 'sequence', 'paragraph', 'sentence', 'seekStart', 'seekEnd', 'discarded'],
    },
  ],
});
export type SetAsideText = InferEntity<typeof SetAsideText>;
