import { open } from 'node:fs/promises';

/**
 * What every frame of light begins with: MPEG-1 Layer III without checksum, 64 kbit/s, 48 kHz, no padding; so each has
 * 144 * 64,000 / 48,000 bytes and 1,152 samples (ISO 11172-3, 2.4.2.3).
 */
const frameStart = [0xff, 0xfb, 0x54];
const frameBytes = 192;
const frameSeconds = 1_152 / 48_000;

/** Read at a time: a whole number of frames. */
const chunkBytes = frameBytes * 1_024;

/**
 * How long a light file is that `transcode` made, by its frames. ffprobe would say the same, ten times as slowly; and this
 * also sees that nothing lies between two frames.
 * @param file - absolute path.
 * @returns seconds; 0 when there is no frame.
 * @throws Error when something in it is no such frame, or the last one is cut off.
 */
export async function lightLength(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const chunk = Buffer.alloc(chunkBytes);
    let frames = 0;
    for (let position = await lengthOfTag(handle); ;) {
      const { bytesRead } = await handle.read(chunk, 0, chunkBytes, position);
      if (bytesRead === 0) break;
      for (let at = 0; at < bytesRead; at += frameBytes) {
        const whole = at + frameBytes <= bytesRead;
        if (!whole || !frameStart.every((byte, index) => chunk[at + index] === byte)) {
          throw new Error(`${file} has something else than a frame at byte ${position + at}.`);
        }
      }
      frames += bytesRead / frameBytes;
      position += bytesRead;
    }
    // The first one tells of the others and holds no sound.
    return Math.max(0, frames - 1) * frameSeconds;
  } finally {
    await handle.close();
  }
}

/** Bytes of the ID3 tag at the beginning, its header of 10 bytes included; ffmpeg writes an empty one. */
async function lengthOfTag(handle: Awaited<ReturnType<typeof open>>): Promise<number> {
  const head = Buffer.alloc(10);
  await handle.read(head, 0, head.length, 0);
  if (head.subarray(0, 3).toString('latin1') !== 'ID3') return 0;
  // Seven bits of each byte (ID3v2.4, 3.1).
  return head.length + head.subarray(6).reduce((length, byte) => length * 128 + byte, 0);
}
