import { createHash, randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import express from 'express';

// What the upload of a segment is measured against: a route that streams, hashes and fsyncs the same bytes, and does
// nothing else. A process of its own, as the API is.
const folder = process.env.BENCH_FOLDER ?? '.';
const app = express();

app.post('/segments/:name', async (request, response) => {
  const hash = createHash('sha256');
  const temporary = join(folder, `.${randomUUID()}`);
  const file = await open(temporary, 'wx');
  try {
    for await (const chunk of request) {
      hash.update(chunk as Buffer);
      await file.write(chunk as Buffer);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, request.params.name));
  const parent = await open(folder);
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
  response.json({ sha256: hash.digest('hex') });
});

app.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ type: 'ready' }));
process.once('disconnect', () => process.exit(0));
