import { join } from 'node:path';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { ffmpeg } from './ffmpeg.js';

/** Seconds of the voice's file at which nobody speaks: before, between and after its sentences. */
export const pauses = { before: 0.1, first: 2.7, second: 7.85, after: 10.9 } as const;

/** Samples a second at which sounds are compared; speech has little above half of it. */
export const sampleRate = 16_000;

/** Decodes any audio file to one channel of PCM at `sampleRate`. */
export async function decode(file: string): Promise<Float32Array> {
  const bytes = await ffmpeg('-i', file, '-ac', '1', '-ar', String(sampleRate), '-f', 'f32le', 'pipe:1');
  // A copy, because a pooled buffer may begin at an address at which no float can.
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** The spoken part of the voice, from its first word to its last. */
export async function decodeSpokenPart(): Promise<Float32Array> {
  const samples = await decode(voiceFile);
  const [first, , last] = spokenSentences;
  return samples.slice(first.from * sampleRate, last.to * sampleRate);
}

/**
 * For tests that compare what was recorded with the voice, by an assertion that says so: on a machine that is too busy
 * to play the file in real time Chromium's own audio stutters. A fault of ours fails every time.
 */
export const retryOnStutter = { retry: { count: 5, condition: /sounds like the voice/ } };

/** The message of such an assertion. */
export const soundsLikeTheVoice = 'sounds like the voice';

/** Seconds of silence before the voice in the fake microphone: time to press start in. */
export const leadSeconds = 6;

/**
 * Writes the WAV that Chromium's fake microphone plays once: silence, the voice, silence.
 * @param lead - seconds of silence before the voice
 */
export async function writeFakeMicrophone(folder: string, lead = leadSeconds): Promise<string> {
  const file = join(folder, 'microphone.wav');
  const filter = `adelay=${lead * 1000},apad=pad_dur=60`;
  await ffmpeg('-i', voiceFile, '-af', filter, '-ac', '1', '-ar', '48000', '-c:a', 'pcm_s16le', file);
  return file;
}
