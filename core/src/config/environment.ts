import { z } from 'zod';

/** An empty value counts as absent, so that `NAME=` in a .env file switches a setting off. */
const absentWhenEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

const optionalText = z.preprocess(absentWhenEmpty, z.string().optional());

/** true/false/1/0 in any case. */
function flag(otherwise: boolean) {
  return z.preprocess(
    (value) => {
      const given = absentWhenEmpty(value);
      return typeof given === 'string' ? given.toLowerCase() : given;
    },
    z
      .enum(['true', 'false', '1', '0'], { error: 'must be true, false, 1 or 0' })
      .optional()
      .transform((value) => (value === undefined ? otherwise : value === 'true' || value === '1')),
  );
}

/** A whole number of a unit that the variable's name tells. */
function wholeNumber(otherwise: number, least: number) {
  return z.preprocess(
    absentWhenEmpty,
    z.coerce
      .number({ error: 'must be a whole number' })
      .int({ error: 'must be a whole number' })
      .min(least, { error: `must be at least ${least}` })
      .default(otherwise),
  );
}

const list = z.preprocess(
  absentWhenEmpty,
  z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
);

/** Every variable that the system reads, with what it means. Names that the predecessor had are kept. */
export const environmentSchema = z.object({
  NODE_ENV: optionalText.describe('`production` switches development mode off'),
  DB_CONNECTION_STR: optionalText.describe(
    'PostgreSQL to use, as postgres://user:password@host:port/database. Development: the embedded one unless set',
  ),
  ROOT_DATA_FOLDER: z
    .preprocess(absentWhenEmpty, z.string().default('data'))
    .describe('Folder of everything that is stored locally; relative to the project'),
  HOST: optionalText.describe('Address to listen on. Default: 127.0.0.1, in production 0.0.0.0'),
  PORT: z
    .preprocess(absentWhenEmpty, z.string().default('8000'))
    .describe('Port to listen on, or the path of a Unix domain socket'),
  PUBLIC_URL: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://recital.example.org' }).optional(),
    )
    .describe('Address at which browsers reach the site'),
  TRUSTED_PROXIES: list.describe('Addresses of proxies whose X-Forwarded-* headers are believed'),
  CORS_ALLOW_ORIGINS: list.describe('Origins of other pages that may call the API with the cookie'),
  ACCESS_TOKEN_SECRET_KEY: optionalText.describe(
    'Secret that signs access tokens, at least 32 characters. Development: made once and kept in the data folder',
  ),
  ACCESS_TOKEN_TTL_SEC: wholeNumber(43_200, 60).describe('How long a sign-in lasts without use'),
  DEV_SIGN_IN_ANYWHERE: flag(false).describe(
    'Development only: sign-in without a password also answers calls from other machines',
  ),
  CONTENT_STORAGE_S3_BUCKET: optionalText.describe(
    'Bucket that holds the recordings. Default: the folder `content` below the data folder',
  ),
  CONTENT_DISABLE_S3_UPLOAD: flag(false).describe('Stores recordings locally even when a bucket is named'),
  S3_ENDPOINT: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://s3.example.org' }).optional(),
    )
    .describe("A store other than Amazon's that speaks S3"),
  AWS_DEFAULT_REGION: z
    .preprocess(absentWhenEmpty, z.string().default('us-east-1'))
    .describe('Region of the bucket'),
  AWS_ACCESS_KEY_ID: optionalText.describe(
    "Default: what the AWS SDK finds by itself, such as the machine's role",
  ),
  AWS_SECRET_ACCESS_KEY: optionalText.describe('Goes with AWS_ACCESS_KEY_ID'),
  MEDIA_LINK_TTL_SEC: wholeNumber(300, 5).describe('How long a link to a recording works'),
  MAX_SESSION_SEC: wholeNumber(7_200, 60).describe('Longest recital; a longer one goes on as a new one'),
  MAX_SEGMENT_BYTES: wholeNumber(2_097_152, 65_536).describe('Largest segment of audio that is accepted'),
  MAX_SESSION_SEGMENTS: wholeNumber(5_000, 10).describe('Most segments of audio in one recital'),
  SEGMENT_SEC: wholeNumber(10, 1).describe('How much voice one segment holds'),
  SESSION_ABANDONED_AFTER_SEC: wholeNumber(7_200, 1).describe(
    'Silence after which a running recital counts as abandoned',
  ),
  SEGMENT_RETENTION_DAYS: wholeNumber(30, 0).describe(
    'How long uploaded segments stay after a recital was finished',
  ),
  UPLOADS_PER_SECOND: wholeNumber(4, 1).describe('Segments a second that one user may send in the long run'),
  JOB_SESSION_FINALIZATION_DISABLED: flag(false).describe(
    'No sweep and no hint at the end of a recording; the command line or cron finalises',
  ),
  JOB_SESSION_FINALIZATION_INTERVAL_SEC: wholeNumber(120, 1).describe(
    'How often forgotten sessions are looked for',
  ),
  JOB_CONCURRENCY: wholeNumber(1, 1).describe('Recordings that one jobs process finalises at a time'),
  FFMPEG_PATH: optionalText.describe(
    'ffmpeg to use. Default: the one on the PATH, else the one that npm installed',
  ),
  FFPROBE_PATH: optionalText.describe(
    'ffprobe to use. Default: the one on the PATH, else the one that npm installed',
  ),
  DEBUG: flag(false).describe('Prints everything, SQL included'),
});

/** The environment as given, checked but not yet completed by defaults that depend on the mode. */
export type Environment = z.infer<typeof environmentSchema>;
