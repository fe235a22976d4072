/** A sentence that was read, with its time in seconds of the audio. */
export interface PlayerCaption {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

/** Index of the caption that is heard at `seconds`, or -1 in a pause. The end of a caption belongs to the next one. */
export function captionAt(captions: readonly PlayerCaption[], seconds: number): number {
  return captions.findIndex(
    ({ startSeconds, endSeconds }) => startSeconds <= seconds && seconds < endSeconds,
  );
}

/**
 * Index of the caption one step on (`step` 1) or back (-1) from `seconds`; -1 where there is none. A step back within
 * the first two seconds of a sentence goes to the one before, later to the sentence's own beginning.
 */
export function captionFrom(captions: readonly PlayerCaption[], seconds: number, step: 1 | -1): number {
  if (step === 1) return captions.findIndex(({ startSeconds }) => startSeconds > seconds + 0.01);
  const earlier = captions.findLastIndex(({ startSeconds }) => startSeconds < seconds - 2);
  return earlier === -1 ? Math.min(0, captions.length - 1) : earlier;
}
