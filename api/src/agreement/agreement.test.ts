import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AgreementSignature } from '@crowd-recital/core/agreement/agreement-signature.entity.js';
import { aSession, agreements, aText, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { afterAll, describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const agree =
  'mutation ($version: String!, $language: Language!) { agreeToTerms(version: $version, language: $language) { agreementSignedVersion agreementSignedAt agreementRequired } }';

const server = await testServer();
const em = () => server.database.em();

describe('the terms', () => {
  it.each(['HE', 'YI', 'EN'])(
    'are there for everybody in %s, with the hash of the Markdown',
    async (language) => {
      const { agreement } = await server
        .anonymous()
        .data<{ agreement: Record<string, string> }>(
          'query ($language: Language!) { agreement(language: $language) { version language title markdown html sha256 } }',
          { language },
        );
      expect(agreement).toMatchObject({ version: agreements.version, language });
      expect(agreement.sha256).toBe(
        createHash('sha256')
          .update(agreement.markdown ?? '')
          .digest('hex'),
      );
      expect(agreement.html).toContain('<h2>');
    },
  );
});

describe('a speaker who has not agreed', () => {
  it('agrees once, and may recite from then on', async () => {
    const user = await aUser(em(), { signed: false });
    const speaker = server.as(user);
    const texts = '{ texts { totalCount } }';
    const refused = await speaker.query(texts);
    expect(refused.errors[0]?.extensions).toEqual({
      code: 'AGREEMENT_REQUIRED',
      version: agreements.version,
    });
    expect(await speaker.data('{ me { agreementRequired } }')).toEqual({ me: { agreementRequired: true } });

    const { agreeToTerms } = await speaker.data<{ agreeToTerms: Record<string, unknown> }>(agree, {
      version: agreements.version,
      language: 'HE',
    });
    expect(agreeToTerms).toMatchObject({
      agreementSignedVersion: agreements.version,
      agreementRequired: false,
    });
    expect((await speaker.query(texts)).errors).toEqual([]);
    const [signature] = await em().find(AgreementSignature, { user: user.id });
    expect(signature).toMatchObject({ language: 'he', sha256: agreements.in('he').sha256 });
  });

  it('is told so before a byte of a voice is taken in, an admin too', async () => {
    for (const group of ['speaker', 'admin'] as const) {
      const user = await aUser(em(), { group });
      const session = await aSession(em(), user);
      await em().nativeUpdate(User, { id: user.id }, { agreementSignedVersion: 'v1' });
      const answer = await server.as(user).upload({ sessionId: session.id, sequence: 0, bytes: someBytes() });
      expect(answer.code).toBe('AGREEMENT_REQUIRED');
      expect(await em().count(AudioSegment, { session: session.id })).toBe(0);
      expect((await server.storedFiles()).filter((file) => file.includes(session.id))).toEqual([]);
    }
  });

  it('may look after everything else as an admin', async () => {
    const admin = server.as(await aUser(em(), { group: 'admin', signed: false }));
    const lists = await admin.query('{ users { totalCount } texts { totalCount } sessions { totalCount } }');
    expect(lists.errors).toEqual([]);
    const { id: textRevisionId } = await currentRevision(em(), await aText(em(), await aUser(em())));
    const begun = await admin.query(
      'mutation ($textRevisionId: ID!) { createSession(clientKey: "a-key-of-mine", textRevisionId: $textRevisionId, startedAt: "2026-11-22T20:00:00Z", capture: { mimeType: "audio/webm" }) { id } }',
      { textRevisionId },
    );
    expect(begun.code).toBe('AGREEMENT_REQUIRED');
  });

  it('cannot sign other terms than those in force', async () => {
    const speaker = server.as(await aUser(em(), { signed: false }));
    const answer = await speaker.query(agree, { version: 'v1', language: 'EN' });
    expect(answer.code).toBe('CONFLICT');
    expect(answer.errors[0]?.extensions.version).toBe(agreements.version);
  });
});

describe("a site's own terms", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'recital-terms-'));
  afterAll(() => rm(folder, { recursive: true }));
  const text = '# Our terms\n\n<script>alert(1)</script> [here](javascript:alert(1)) & **there**';
  await writeFile(path.join(folder, 'en.md'), `---\nversion: v2\ntitle: Ours\n---\n${text}\n`);
  const ours = await testServer({ environment: { AGREEMENT_FOLDER: folder } });

  it('ask everybody again, and come as HTML in which no script can run', async () => {
    const speaker = ours.as(await aUser(ours.database.em()));
    expect((await speaker.query('{ texts { totalCount } }')).code).toBe('AGREEMENT_REQUIRED');
    const { agreement } = await speaker.data<{ agreement: { markdown: string; html: string } }>(
      '{ agreement(language: YI) { markdown html } }',
    );
    expect(agreement.markdown).toBe(text);
    expect(agreement.html).not.toMatch(/<script|href="javascript/);
    expect(agreement.html).toContain('<strong>there</strong>');
  });
});
