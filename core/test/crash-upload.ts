import { Readable } from 'node:stream';
import { createOrm } from '../src/db/orm.js';
import { receiveAudioSegment, type IncomingAudioSegment } from '../src/session/receive-audio-segment.js';
import { LocalContentStore } from '../src/storage/local-content-store.js';
import { limits } from './factories.js';

/** A segment that a process is to take in, and the step at which it is to die. */
export interface UploadCrash {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly segment: Omit<IncomingAudioSegment, 'content'>;
  /** Base64. */
  readonly bytes: string;
  readonly step: string;
  readonly moment: 'before' | 'after';
}

const crash = JSON.parse(process.argv[2] ?? '') as UploadCrash;
const orm = await createOrm({ connectionString: crash.databaseUrl, poolSize: 2 });
await receiveAudioSegment(
  {
    em: orm.em.fork(),
    store: new LocalContentStore(crash.folder),
    limits,
    failpoints: (step, moment) => {
      if (step === crash.step && moment === crash.moment) process.kill(process.pid, 'SIGKILL');
      return Promise.resolve();
    },
  },
  { ...crash.segment, content: Readable.from([Buffer.from(crash.bytes, 'base64')]) },
);
process.exit(0);
