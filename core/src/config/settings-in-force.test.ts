import { describe, expect, it } from 'vitest';
import { environmentSchema } from './environment.js';
import { secretSettings, settingsInForce } from './settings-in-force.js';

const inForce = (given: Record<string, string>) =>
  new Map(settingsInForce(given, environmentSchema.parse(given)).map((setting) => [setting.name, setting]));

describe('the settings in force', () => {
  it('are what is given, else what holds by itself', () => {
    const settings = inForce({
      LEADERBOARD_DEPTH: '7',
      CORS_ALLOW_ORIGINS: 'https://a.example,https://b.example',
    });
    expect(settings.get('LEADERBOARD_DEPTH')).toMatchObject({ value: '7', defaultValue: '20', given: true });
    expect(settings.get('CORS_ALLOW_ORIGINS')?.value).toBe('https://a.example,https://b.example');
    expect(settings.get('DEBUG')).toMatchObject({ value: 'false', given: false });
    expect(settings.get('FFMPEG_PATH')).toMatchObject({ value: null, given: false });
    for (const { description } of settings.values()) expect(description).not.toBe('');
  });

  it('never tell a secret, also not one inside of an address', () => {
    const secret = 'open-sesame-open-sesame-open-sesame';
    const given = Object.fromEntries(
      [...secretSettings].map((name) => [
        name,
        name === 'SMTP_URL' ? `smtps://a:${secret}@mail.example` : secret,
      ]),
    );
    const settings = inForce({ ...given, S3_ENDPOINT: `https://key:${secret}@s3.example.org` });
    expect(JSON.stringify([...settings.values()])).not.toContain(secret);
    expect(settings.get('S3_ENDPOINT')?.value).toBe('https://…@s3.example.org');
    expect(settings.get('SMTP_URL')).toMatchObject({ value: null, given: true, secret: true });
  });

  it('that sound secret are so', () => {
    // A key that every browser is handed anyway.
    const open = ['PUBLIC_POSTHOG_KEY'];
    const suspicious = Object.keys(environmentSchema.shape).filter(
      (name) => /SECRET|PASSWORD|_KEY|TOKEN_KEY|CREDENTIAL|CONNECTION/.test(name) && !open.includes(name),
    );
    expect(suspicious.filter((name) => !secretSettings.has(name as never))).toEqual([]);
    expect(suspicious.length).toBeGreaterThan(3);
  });
});
