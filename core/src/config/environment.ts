import { isIP } from 'node:net';
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

/** Values with commas between them. */
function listOr(otherwise: string) {
  return z.preprocess(
    absentWhenEmpty,
    z
      .string()
      .default(otherwise)
      .transform((value) =>
        value
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      ),
  );
}

const list = listOr('');

/** An address, a network, or a name for several. */
function isProxy(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal', 'unix'].includes(value)) return true;
  const [address = '', bits, ...rest] = value.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function addressOr(otherwise: string) {
  return z.preprocess(
    absentWhenEmpty,
    z.url({ error: `must be an address such as ${otherwise}` }).default(otherwise),
  );
}

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
  TRUSTED_PROXIES: list
    .refine((proxies) => proxies.every(isProxy), {
      error:
        'must be addresses, networks such as 10.0.0.0/8, loopback, linklocal, uniquelocal, or unix for a Unix domain socket',
    })
    .describe(
      'Proxies whose X-Forwarded-* headers are believed: addresses, networks such as 10.0.0.0/8, loopback, linklocal, uniquelocal; unix for whoever connects at the Unix domain socket',
    ),
  CORS_ALLOW_ORIGINS: list.describe('Origins of other pages that may call the API with the cookie'),
  ACCESS_TOKEN_SECRET_KEY: optionalText.describe(
    'Secret that signs access tokens, at least 32 characters. Development: made once and kept in the data folder',
  ),
  ACCESS_TOKEN_TTL_SEC: wholeNumber(43_200, 60).describe('How long a sign-in lasts without use'),
  DELEGATED_IDENTITY_SECRET_KEY: optionalText.describe(
    'Secret by which back-office tools call on behalf of users, at least 32 characters. Switched off unless set',
  ),
  DELEGATION_CALLS_PER_MINUTE: wholeNumber(600, 1).describe(
    'Calls a minute that back-office tools may make on behalf of one user',
  ),
  GOOGLE_CLIENT_ID: optionalText.describe(
    'Client id of this site at Google. Nobody can sign in with Google unless set',
  ),
  GOOGLE_ISSUERS: listOr('https://accounts.google.com,accounts.google.com').describe(
    'Issuers whose ID tokens are believed',
  ),
  GOOGLE_CERTS_URL: addressOr('https://www.googleapis.com/oauth2/v1/certs').describe(
    'Where the keys are that sign ID tokens',
  ),
  GOOGLE_SCRIPT_URL: addressOr('https://accounts.google.com/gsi/client').describe(
    'Script of the sign-in button; it and what lies beside it is all that pages load from other sites',
  ),
  DISABLE_AUTO_SPEAKER_APPROVAL: flag(false).describe(
    'Whoever signs in for the first time waits for an admin or comes with an invite. Default: becomes a speaker at once',
  ),
  DEV_AUTO_LOGIN_USER_EMAIL: optionalText.describe(
    'Development only: this user is signed in wherever nobody else is',
  ),
  DEV_SIGN_IN_ANYWHERE: flag(false).describe(
    'Development only: sign-in without a password also answers calls from other machines',
  ),
  AGREEMENT_FOLDER: z
    .preprocess(absentWhenEmpty, z.string().default('core/agreement'))
    .describe(
      'Folder with the terms that speakers agree to: he.md, yi.md and en.md, or some of them. Another version in them asks everybody again. Relative to the project',
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
  S3_PUBLIC_ENDPOINT: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://s3.example.org' }).optional(),
    )
    .describe('Address at which browsers reach that store, to play recordings from it. Default: S3_ENDPOINT'),
  AWS_DEFAULT_REGION: z
    .preprocess(absentWhenEmpty, z.string().default('us-east-1'))
    .describe('Region of the bucket, and of SES'),
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
  WIKI_MIRROR_URL: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://mirror.example.org/wikis' }).optional(),
    )
    .describe(
      'Asked in place of the wikis that articles come from, as <address>/he.wikipedia.org/w/api.php. Default: the wikis themselves',
    ),
  WIKI_PICTURES_URL: z
    .preprocess(
      absentWhenEmpty,
      z
        .union([z.literal('none'), z.url()], {
          error: 'must be an address such as https://upload.wikimedia.org, or none',
        })
        .default('https://upload.wikimedia.org'),
    )
    .describe(
      'Where the pictures of suggested articles come from, which pages then load from there; none: without pictures',
    ),
  WIKI_TIMEOUT_SEC: wholeNumber(15, 1).describe('How long a wiki may take to answer'),
  MAX_SPEAKER_SENTENCES: wholeNumber(300_000, 100).describe(
    'Sentences that one speaker may store as texts of their own; admins may store any number',
  ),
  MAX_OPEN_IMPORTS: wholeNumber(50, 1).describe(
    'Articles and files of one speaker that may wait to be taken in; admins may send any number',
  ),
  JOB_SESSION_FINALIZATION_DISABLED: flag(false).describe(
    'No sweep and no hint at the end of a recording; the command line or cron finalises',
  ),
  JOB_SESSION_FINALIZATION_INTERVAL_SEC: wholeNumber(120, 1).describe(
    'How often forgotten sessions are looked for',
  ),
  JOB_CONCURRENCY: wholeNumber(2, 1).describe(
    'Recordings that one jobs process finalises at a time. With one, a short recording cannot be heard before an hour-long one is finished',
  ),
  PUBLIC_POSTHOG_KEY: optionalText.describe(
    'Key of a PostHog project that is told what people do here, without names. Nothing is told unless set',
  ),
  PUBLIC_POSTHOG_HOST: z
    .preprocess(
      absentWhenEmpty,
      z
        .url({ error: 'must be an address such as https://eu.i.posthog.com' })
        .default('https://us.i.posthog.com'),
    )
    .describe('Where that PostHog is'),
  EMAIL_SENDER_ADDRESS: z
    .preprocess(absentWhenEmpty, z.string().includes('@', { error: 'must be an e-mail address' }).optional())
    .describe('Sender of e-mail, such as the confirmation of agreed terms. No e-mail is sent unless set'),
  EMAIL_REPLY_TO_ADDRESS: z
    .preprocess(absentWhenEmpty, z.string().includes('@', { error: 'must be an e-mail address' }).optional())
    .describe('Where answers to e-mail go. Default: the sender'),
  SMTP_URL: z
    .preprocess(
      absentWhenEmpty,
      z
        .url({
          protocol: /^smtps?$/,
          error: 'must be an address such as smtps://user:password@mail.example.org',
        })
        .optional(),
    )
    .describe("Mail server, as smtps://user:password@host:port. Default: Amazon's SES in AWS_DEFAULT_REGION"),
  SES_ENDPOINT: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://email.example.org' }).optional(),
    )
    .describe("A service other than Amazon's that speaks SES"),
  HELP_BASIC_GUIDE_YT_VIDEO_ID: z
    .preprocess(
      absentWhenEmpty,
      z
        .string()
        .regex(/^[\w-]{11}$/, { error: 'must be the 11 characters that YouTube names a video by' })
        .optional(),
    )
    .describe('YouTube video that shows how to record'),
  HELP_FAQ_WP_API_URL: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as https://example.org/wp-json/wp/v2/pages/7' }).optional(),
    )
    .describe('Page of a WordPress site, at its API, that answers frequent questions'),
  DISABLE_SOUP: flag(false).describe('Pages leave their drifting letters out'),
  LEADERBOARD_DEPTH: wholeNumber(20, 1).describe('How many speakers the leaderboard names'),
  REVIEWERS_PER_RECORDING: wholeNumber(1, 1).describe(
    'How many reviewers have to agree before a recording is accepted, returned or rejected',
  ),
  MONGODB_URL: optionalText.describe(
    'Keeps the queue of jobs in this MongoDB, as mongodb://host/database. Default: in PostgreSQL',
  ),
  FFMPEG_PATH: optionalText.describe(
    'ffmpeg to use. Default: the one on the PATH, else the one that npm installed',
  ),
  FFPROBE_PATH: optionalText.describe(
    'ffprobe to use. Default: the one on the PATH, else the one that npm installed',
  ),
  METRICS_PORT: wholeNumber(9464, 0).describe(
    "Port of the API's `/metrics`, `/healthz` and `/readyz`; the jobs take the next one. 0 switches both off",
  ),
  METRICS_HOST: z
    .preprocess(absentWhenEmpty, z.string().default('127.0.0.1'))
    .describe('Address of that port. Not open to everybody: it tells what goes on here'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .preprocess(
      absentWhenEmpty,
      z.url({ error: 'must be an address such as http://collector.example.org:4318' }).optional(),
    )
    .describe('Collector that traces go to, by OTLP over HTTP. Nothing is traced unless set'),
  OTEL_EXPORTER_OTLP_HEADERS: list.describe('Headers for that collector, as name=value'),
  DEBUG: flag(false).describe('Prints everything, SQL included'),
});

/** The environment as given, checked but not yet completed by defaults that depend on the mode. */
export type Environment = z.infer<typeof environmentSchema>;
