import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellProgram } from '../../test/shell-program.js';
import { repairRunBit } from './executable-file.js';
import { findAudioTools } from './find-audio-tools.js';

const automatic = { ffmpegPath: undefined, ffprobePath: undefined };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'audio tools '));
});
afterAll(() => rm(folder, { recursive: true }));

describe('findAudioTools', () => {
  it('finds tools that work, without being told where', async () => {
    const tools = await findAudioTools(automatic);
    expect(tools.ffmpegVersion).not.toBe('');
    expect(tools.ffprobeVersion).not.toBe('');
  });

  it('finds those that npm installed where the PATH has none', async () => {
    const before = process.env.PATH;
    process.env.PATH = folder;
    try {
      const tools = await findAudioTools(automatic);
      expect(tools.ffmpeg).toContain('@ffmpeg-installer');
      expect(tools.ffprobe).toContain('@ffprobe-installer');
    } finally {
      process.env.PATH = before;
    }
  });

  it('complains about a configured one that is not there, instead of taking another', async () => {
    await expect(findAudioTools({ ...automatic, ffmpegPath: '/nowhere/ffmpeg' })).rejects.toThrow(
      /No ffmpeg was found that works.*\/nowhere\/ffmpeg.*FFMPEG_PATH/s,
    );
  });

  it('does not take another program for ffprobe', async () => {
    const file = await shellProgram(folder, 'impostor', 'echo hello');
    await expect(findAudioTools({ ...automatic, ffprobePath: file })).rejects.toThrow(/this is not ffprobe/);
  });

  it('does not take an ffmpeg that knows no MP3', async () => {
    const file = await shellProgram(
      folder,
      'crippled',
      'echo "ffmpeg version 9.9 A..... libopus x A..... flac x"',
    );
    await expect(findAudioTools({ ...automatic, ffmpegPath: file })).rejects.toThrow(/without libmp3lame/);
  });
});

describe('repairRunBit', () => {
  it('lets everybody run a file that only its owner could run, or nobody', async () => {
    for (const mode of [0o744, 0o644]) {
      const file = await shellProgram(folder, 'installed', 'true');
      await chmod(file, mode);
      await repairRunBit(file);
      expect((await stat(file)).mode & 0o777).toBe(0o755);
    }
  });
});
