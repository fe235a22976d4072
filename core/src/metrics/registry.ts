import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sessionAttentions } from '../session/recital-session.entity.js';

/** Everything that this process measures. One for the process, as what it measures is the process. */
export const registry = new Registry();

const registers = [registry];

/** How an upload of audio ended: taken in, refused for a reason of the caller's, or failed by a fault of ours. */
export const uploadOutcomes = ['accepted', 'refused', 'failed'] as const;

export const uploads = new Counter({
  name: 'recital_uploads_total',
  help: 'Segments of audio that were sent',
  labelNames: ['outcome'],
  registers,
});
for (const outcome of uploadOutcomes) uploads.inc({ outcome }, 0);

export const uploadedBytes = new Counter({
  name: 'recital_uploaded_bytes_total',
  help: 'Bytes of the segments of audio that were taken in',
  registers,
});

export const uploadSeconds = new Histogram({
  name: 'recital_upload_seconds',
  help: 'From the last byte of a segment to the moment at which it is safe',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});

export const requestSeconds = new Histogram({
  name: 'recital_http_request_seconds',
  help: 'From the first byte of a request to the last one of its answer',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers,
});

export const finalisations = new Counter({
  name: 'recital_finalisations_total',
  help: 'Finalisations of recitals, by how they ended',
  labelNames: ['outcome'],
  registers,
});
for (const outcome of ['finalised', 'needs-attention', 'failed', 'superseded']) {
  finalisations.inc({ outcome }, 0);
}

export const finalisationSeconds = new Histogram({
  name: 'recital_finalisation_seconds',
  help: 'How long it took a worker to finalise a recital',
  buckets: [0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800],
  registers,
});

export const realTimeFactor = new Histogram({
  name: 'recital_finalisation_real_time_factor',
  help: 'Seconds of finalisation for each second of the finished recording',
  buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1],
  registers,
});

export const endToFinalisedSeconds = new Histogram({
  name: 'recital_end_to_finalised_seconds',
  help: 'From the newest content of a recital to its finished files',
  buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200],
  registers,
});

export const lastSweep = new Gauge({
  name: 'recital_last_sweep_timestamp_seconds',
  help: 'When this process last looked for what was forgotten, in Unix time',
  registers,
});

export const storeOperations = ['put', 'get', 'head', 'copy', 'delete', 'list', 'link'] as const;
export type StoreOperation = (typeof storeOperations)[number];

export const storeErrors = new Counter({
  name: 'recital_storage_errors_total',
  help: 'Operations that the content store failed at; what is not there is no failure',
  labelNames: ['operation'],
  registers,
});
for (const operation of storeOperations) storeErrors.inc({ operation }, 0);

export const storeSeconds = new Histogram({
  name: 'recital_storage_seconds',
  help: 'Time that operations of the content store took',
  labelNames: ['operation'],
  buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
  registers,
});

/** Kinds of work that waits in the rows. */
export type WaitingWork = 'finalise' | 'discard';

export const waitingSessions = new Gauge({
  name: 'recital_queue_sessions',
  help: 'Recitals that are due and that no worker is at, counted up to 1000',
  labelNames: ['work'],
  registers,
});

export const queueAge = new Gauge({
  name: 'recital_queue_age_seconds',
  help: 'How long the oldest of them has been due',
  labelNames: ['work'],
  registers,
});

export const attentionSessions = new Gauge({
  name: 'recital_attention_sessions',
  help: 'Recitals that wait for an admin',
  labelNames: ['reason'],
  registers,
});
for (const reason of sessionAttentions) attentionSessions.set({ reason }, 0);
