import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { readFileSync } from 'node:fs';
import type { S3Options } from '../storage/s3/s3-content-store.js';
import type { WikiAccess } from '../text/wiki/ask-wiki.js';
import { emailOptions, type EmailOptions } from './email-options.js';
import { readEmbeddedConnection } from './embedded-connection.js';
import { environmentFaults } from './environment-faults.js';
import { environmentSchema } from './environment.js';
import { generatedSecret } from './generated-secrets.js';
import { s3Options } from './s3-options.js';
import { settingsInForce, type SettingInForce } from './settings-in-force.js';
import { googleOptions, type GoogleOptions } from './google-options.js';
import { tracingOptions, type TracingOptions } from './tracing-options.js';

/** The folder that holds package.json, `.env` and (by default) the data. */
export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

/** Everything that may differ from one installation to another; read once, never changed. */
export interface Config {
  /** Every variable with what is in force, fit to be shown to an admin. */
  readonly settings: readonly SettingInForce[];
  readonly developmentMode: boolean;
  readonly debug: boolean;
  readonly dataFolder: string;
  /** Absolute folder of stored voice, when content is stored locally. */
  readonly contentFolder: string;
  /** The bucket that holds the recordings; undefined: they lie in `contentFolder`. */
  readonly s3: S3Options | undefined;
  readonly databaseUrl: string;
  readonly http: {
    readonly host: string;
    /** A port, or the path of a Unix domain socket. */
    readonly port: number | string;
    readonly publicUrl: string;
    readonly trustedProxies: readonly string[];
    readonly corsAllowOrigins: readonly string[];
  };
  readonly auth: {
    readonly accessTokenSecret: string;
    /** Seconds. */
    readonly accessTokenTtl: number;
    readonly delegation: {
      /** Undefined: no tool may call on behalf of anybody. */
      readonly secret: string | undefined;
      readonly callsPerMinute: number;
    };
    /** Undefined: nobody signs in with Google. */
    readonly google: GoogleOptions | undefined;
    /** Whoever signs in for the first time becomes a speaker at once. */
    readonly autoApproveSpeakers: boolean;
    /** Development: the user who is signed in wherever nobody else is. */
    readonly autoLoginEmail: string | undefined;
    /** Sign-in without a password is offered at all. */
    readonly developmentSignIn: boolean;
    /** … and also to callers that are not on this machine. */
    readonly developmentSignInAnywhere: boolean;
  };
  /** Absolute folder of the terms that speakers agree to. */
  readonly agreementFolder: string;
  readonly media: {
    /** Seconds. */
    readonly linkTtl: number;
  };
  readonly session: {
    /** Seconds. */
    readonly maxDuration: number;
    /** Seconds of voice in one segment. */
    readonly segmentDuration: number;
    readonly maxSegmentBytes: number;
    readonly maxSegments: number;
    /** Seconds without activity. */
    readonly abandonedAfter: number;
    readonly segmentRetentionDays: number;
    readonly uploadsPerSecond: number;
  };
  readonly texts: {
    readonly wiki: WikiAccess;
    /** Where pictures of suggested articles may come from; null: none are shown. */
    readonly picturesOrigin: string | null;
    /** Sentences that one speaker may store. */
    readonly speakerSentences: number;
    /** Imports of one speaker that may wait or run. */
    readonly openImports: number;
  };
  readonly jobs: {
    readonly finalisationDisabled: boolean;
    /** Seconds. */
    readonly sweepInterval: number;
    readonly concurrency: number;
  };
  /** Undefined: nobody is told what people do here. */
  readonly analytics: { readonly key: string; readonly host: string } | undefined;
  /** Undefined: no e-mail is sent. */
  readonly email: EmailOptions | undefined;
  readonly pages: {
    /** Of a YouTube video that shows how to record. */
    readonly helpVideoId: string | undefined;
    /** Of a WordPress page, at its API, that answers frequent questions. */
    readonly helpFaqUrl: string | undefined;
    /** False: pages leave their drifting letters out. */
    readonly driftingLetters: boolean;
  };
  /** How many speakers the leaderboard names. */
  readonly leaderboardDepth: number;
  /** How many reviewers have to agree on a recording, unless more are asked for. */
  readonly reviewersPerRecording: number;
  /** The MongoDB that holds the queue; undefined: the queue is in `databaseUrl`. */
  readonly mongodbUrl: string | undefined;
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
  /** Where `/metrics`, `/healthz` and `/readyz` answer operators: the API at `port`, the jobs at the next one. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing: TracingOptions | undefined;
}

/** The environment is not fit to start with; the message lists every fault by variable. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(
      `The configuration is not complete or not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads `.env` at the project's root and the environment (which wins), checks everything at once and
 * completes it by the defaults of the mode. In development mode missing secrets are made and kept in the data folder.
 * @throws ConfigError that names every variable at fault.
 */
export function loadConfig(given: NodeJS.ProcessEnv = readEnvironment()): Config {
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const environment = parsed.data;
  const developmentMode = environment.NODE_ENV !== 'production';
  const dataFolder = path.resolve(projectFolder, environment.ROOT_DATA_FOLDER);
  const faults = environmentFaults(environment);

  const databaseUrl =
    environment.DB_CONNECTION_STR ?? (developmentMode ? readEmbeddedConnection(dataFolder) : undefined);
  if (databaseUrl === undefined && developmentMode) {
    faults.push('DB_CONNECTION_STR: not set, and no embedded database runs here: run `npm start` first');
  }
  if (faults.length > 0 || databaseUrl === undefined) throw new ConfigError(faults);

  const port = /^\d+$/.test(environment.PORT) ? Number(environment.PORT) : environment.PORT;
  const host = environment.HOST ?? (developmentMode ? '127.0.0.1' : '0.0.0.0');
  return Object.freeze({
    settings: settingsInForce(given, environment),
    developmentMode,
    debug: environment.DEBUG,
    dataFolder,
    contentFolder: path.join(dataFolder, 'content'),
    s3: s3Options(environment),
    databaseUrl,
    http: {
      host,
      port,
      publicUrl: environment.PUBLIC_URL ?? `http://${developmentMode ? 'localhost' : host}:${port}`,
      trustedProxies: environment.TRUSTED_PROXIES,
      corsAllowOrigins: environment.CORS_ALLOW_ORIGINS,
    },
    auth: {
      accessTokenSecret:
        environment.ACCESS_TOKEN_SECRET_KEY ?? generatedSecret(dataFolder, 'access-token-key'),
      accessTokenTtl: environment.ACCESS_TOKEN_TTL_SEC,
      delegation: {
        secret: environment.DELEGATED_IDENTITY_SECRET_KEY,
        callsPerMinute: environment.DELEGATION_CALLS_PER_MINUTE,
      },
      google: googleOptions(environment),
      autoApproveSpeakers: !environment.DISABLE_AUTO_SPEAKER_APPROVAL,
      autoLoginEmail: environment.DEV_AUTO_LOGIN_USER_EMAIL,
      developmentSignIn: developmentMode && (isLoopback(host) || environment.DEV_SIGN_IN_ANYWHERE),
      developmentSignInAnywhere: developmentMode && environment.DEV_SIGN_IN_ANYWHERE,
    },
    agreementFolder: path.resolve(projectFolder, environment.AGREEMENT_FOLDER),
    media: { linkTtl: environment.MEDIA_LINK_TTL_SEC },
    session: {
      maxDuration: environment.MAX_SESSION_SEC,
      segmentDuration: environment.SEGMENT_SEC,
      maxSegmentBytes: environment.MAX_SEGMENT_BYTES,
      maxSegments: environment.MAX_SESSION_SEGMENTS,
      abandonedAfter: environment.SESSION_ABANDONED_AFTER_SEC,
      segmentRetentionDays: environment.SEGMENT_RETENTION_DAYS,
      uploadsPerSecond: environment.UPLOADS_PER_SECOND,
    },
    texts: {
      wiki: {
        mirrorUrl: environment.WIKI_MIRROR_URL,
        timeout: environment.WIKI_TIMEOUT_SEC,
        userAgent: `crowd-recital (${environment.PUBLIC_URL ?? 'development'})`,
      },
      picturesOrigin:
        environment.WIKI_PICTURES_URL === 'none' ? null : new URL(environment.WIKI_PICTURES_URL).origin,
      speakerSentences: environment.MAX_SPEAKER_SENTENCES,
      openImports: environment.MAX_OPEN_IMPORTS,
    },
    jobs: {
      finalisationDisabled: environment.JOB_SESSION_FINALIZATION_DISABLED,
      sweepInterval: environment.JOB_SESSION_FINALIZATION_INTERVAL_SEC,
      concurrency: environment.JOB_CONCURRENCY,
    },
    analytics:
      environment.PUBLIC_POSTHOG_KEY === undefined
        ? undefined
        : { key: environment.PUBLIC_POSTHOG_KEY, host: environment.PUBLIC_POSTHOG_HOST },
    email: emailOptions(environment),
    pages: {
      helpVideoId: environment.HELP_BASIC_GUIDE_YT_VIDEO_ID,
      helpFaqUrl: environment.HELP_FAQ_WP_API_URL,
      driftingLetters: !environment.DISABLE_SOUP,
    },
    leaderboardDepth: environment.LEADERBOARD_DEPTH,
    reviewersPerRecording: environment.REVIEWERS_PER_RECORDING,
    mongodbUrl: environment.MONGODB_URL,
    ffmpegPath: environment.FFMPEG_PATH,
    ffprobePath: environment.FFPROBE_PATH,
    metrics:
      environment.METRICS_PORT === 0
        ? undefined
        : { host: environment.METRICS_HOST, port: environment.METRICS_PORT },
    tracing: tracingOptions(environment),
  });
}

/** True for the addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** `.env` at the project's root and the environment, which wins; not checked yet. */
export function readEnvironment(): NodeJS.ProcessEnv {
  return { ...dotEnv(), ...process.env };
}

function dotEnv(): Record<string, string> {
  try {
    return parse(readFileSync(path.join(projectFolder, '.env')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
