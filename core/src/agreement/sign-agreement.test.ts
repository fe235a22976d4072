import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { agreements, aUser } from '../../test/factories.js';
import { User } from '../user/user.entity.js';
import { AgreementSignature } from './agreement-signature.entity.js';
import { signAgreement } from './sign-agreement.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

const { version } = agreements;

async function signaturesOf(user: User): Promise<AgreementSignature[]> {
  return database.em().find(AgreementSignature, { user: user.id });
}

async function confirmations(signature: AgreementSignature | undefined): Promise<unknown[]> {
  return database
    .em()
    .execute(`select data from agenda.agenda_jobs where name = 'send-email' and data->>'signatureId' = ?`, [
      signature?.id,
    ]);
}

describe('signing the terms', () => {
  it('keeps who signed which text in which language, and leaves the confirmation to the workers', async () => {
    const user = await aUser(database.em(), { signed: false });
    expect(await signAgreement(database.em(), agreements, { userId: user.id, version, language: 'yi' })).toBe(
      true,
    );
    const signatures = await signaturesOf(user);
    expect(signatures).toMatchObject([{ version, language: 'yi', sha256: agreements.in('yi').sha256 }]);
    const row = await database.em().findOneOrFail(User, user.id);
    expect(row.agreementSignedVersion).toBe(version);
    expect(row.agreementSignedAt?.getTime()).toBe(signatures[0]?.at.getTime());
    expect(await confirmations(signatures[0])).toEqual([
      { data: { kind: 'agreement-signed', signatureId: signatures[0]?.id } },
    ]);
  });

  it('writes one signature and one confirmation, however often and at once it is said', async () => {
    const user = await aUser(database.em(), { signed: false });
    const results = await Promise.all(
      Array.from({ length: 5 }, () =>
        signAgreement(database.em(), agreements, { userId: user.id, version, language: 'en' }),
      ),
    );
    expect(results.filter((signed) => signed)).toHaveLength(1);
    const signatures = await signaturesOf(user);
    expect(signatures).toHaveLength(1);
    expect(await confirmations(signatures[0])).toHaveLength(1);
  });

  it('adds a signature when the terms have changed, and keeps the earlier one', async () => {
    const user = await aUser(database.em(), { signed: false });
    const earlier = { ...agreements, version: 'v1' };
    await signAgreement(database.em(), earlier, { userId: user.id, version: 'v1', language: 'en' });
    await signAgreement(database.em(), agreements, { userId: user.id, version, language: 'en' });
    expect((await signaturesOf(user)).map((signature) => signature.version).sort()).toEqual(
      [version, 'v1'].sort(),
    );
  });

  it('refuses terms that are not in force', async () => {
    const user = await aUser(database.em(), { signed: false });
    const signing = signAgreement(database.em(), agreements, {
      userId: user.id,
      version: 'v1',
      language: 'en',
    });
    await expect(signing).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await signaturesOf(user)).toEqual([]);
  });
});
