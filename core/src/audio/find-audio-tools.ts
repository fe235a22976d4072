import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { findBox, spawnBoxed, type Box } from './box.js';
import { findOnPath, repairRunBit } from './executable-file.js';
import { watchBoxedProcess } from './watch-boxed-process.js';

type ToolName = 'ffmpeg' | 'ffprobe';

/** ffmpeg and ffprobe that were seen to work, and the box to run them in. */
export interface AudioTools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly ffmpegVersion: string;
  readonly ffprobeVersion: string;
  readonly box: Box;
}

/** There is no ffmpeg or ffprobe that does what is needed; the message says what was tried. */
export class AudioToolMissingError extends Error {
  constructor(name: ToolName, tried: readonly string[]) {
    super(
      `No ${name} was found that works. Tried: ${tried.length === 0 ? 'nothing was there to try' : tried.join('; ')}. ` +
        `Install ffmpeg, run npm install, or set ${settingOf(name)}.`,
    );
    this.name = 'AudioToolMissingError';
  }
}

/** Some builds for free distributions come without MP3. */
const neededEncoders = ['libmp3lame', 'libopus', 'flac'];

const limits = { cpuSeconds: 20, memoryBytes: 2 ** 31, fileBytes: 0, wallSeconds: 20 };

/**
 * Finds ffmpeg and ffprobe: the configured ones, else those on the PATH, else those that npm installed, and runs
 * each once. fluent-ffmpeg must never get one that was not checked: it throws outside of any handler.
 * @throws AudioToolMissingError
 */
export async function findAudioTools(configured: {
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
}): Promise<AudioTools> {
  const box = await findBox();
  const ffmpeg = await firstThatWorks(box, 'ffmpeg', configured.ffmpegPath);
  const ffprobe = await firstThatWorks(box, 'ffprobe', configured.ffprobePath);
  return {
    ffmpeg: ffmpeg.file,
    ffprobe: ffprobe.file,
    ffmpegVersion: ffmpeg.version,
    ffprobeVersion: ffprobe.version,
    box,
  };
}

async function firstThatWorks(
  box: Box,
  name: ToolName,
  configured: string | undefined,
): Promise<{ readonly file: string; readonly version: string }> {
  // One that an operator chose is used or complained about, never passed over in silence.
  const candidates =
    configured === undefined ? [await findOnPath(name), await installedByNpm(name)] : [configured];
  const tried: string[] = [];
  for (const file of candidates) {
    if (file === undefined) continue;
    try {
      return { file, version: await check(box, name, file) };
    } catch (error) {
      tried.push(`${file} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  throw new AudioToolMissingError(name, tried);
}

/** The binary's path inside node_modules; undefined where npm has none for this machine. */
async function installedByNpm(name: ToolName): Promise<string | undefined> {
  const extension = process.platform === 'win32' ? '.exe' : '';
  let file: string;
  try {
    // The installer's own index throws strings, and its binary package may be nested below it.
    const installer = createRequire(import.meta.url).resolve(`@${name}-installer/${name}/package.json`);
    const binary = `@${name}-installer/${process.platform}-${process.arch}/${name}${extension}`;
    file = createRequire(installer).resolve(binary);
  } catch {
    return undefined;
  }
  await repairRunBit(file);
  return file;
}

/** @returns the version that the program tells. */
async function check(box: Box, name: ToolName, file: string): Promise<string> {
  const banner = await outputOf(box, name, file, ['-version']);
  const version = new RegExp(`^${name} version (\\S+)`).exec(banner)?.[1];
  if (version === undefined) throw new Error(`this is not ${name}`);
  if (name === 'ffmpeg') {
    const encoders = await outputOf(box, name, file, ['-hide_banner', '-encoders']);
    const missing = neededEncoders.filter((encoder) => !encoders.includes(` ${encoder} `));
    if (missing.length > 0) throw new Error(`it was built without ${missing.join(', ')}`);
  }
  return version;
}

async function outputOf(box: Box, name: ToolName, file: string, args: readonly string[]): Promise<string> {
  const chunks: Buffer[] = [];
  await watchBoxedProcess(spawnBoxed(box, file, args, { limits, folder: tmpdir() }), {
    name,
    limits,
    onOutput: (chunk) => chunks.push(chunk),
  });
  return Buffer.concat(chunks).toString('utf8');
}

function settingOf(name: ToolName): string {
  return name === 'ffmpeg' ? 'FFMPEG_PATH' : 'FFPROBE_PATH';
}
