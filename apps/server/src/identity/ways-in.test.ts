import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../app.ts';
import {
  signInAs,
  startTestApp,
  startTestDatabase,
  TEST_PASSWORD,
  TestClient,
  type TestDatabase,
} from '../testing/index.ts';

let database: TestDatabase;
let app: App;
let provider: StubProvider;
beforeAll(async () => {
  database = await startTestDatabase();
  provider = await startProvider();
  const oidc = { issuer: provider.issuer, clientId: 'forest', clientSecret: 'shared', name: '统一认证' };
  app = await startTestApp(database, { settings: { oidc, secondFactor: 'administrators' } });
});
afterAll(async () => {
  await app?.close();
  provider.server.close();
  await database.close();
});

describe('one-time codes', () => {
  test('an administrator needs a second factor where the operator says so, sets it up and signs in with it', async () => {
    const { client } = await signInAs(app, 'sec', { role: 'securityAdmin' });
    expect((await client.get('/me')).body.pending).toBe('second_factor');
    expect((await client.get('/users')).body.code).toBe('second_factor_required');

    const started = await client.send('POST', '/api/auth/two-factor/enable', { password: TEST_PASSWORD });
    const secret = new URL(started.body.totpURI).searchParams.get('secret')!;
    expect(started.body.backupCodes.length).toBeGreaterThan(5);
    expect((await client.send('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
    await expect.poll(async () => (await client.get('/me')).body.pending).toBeNull();
    expect((await client.get('/users')).status).toBe(200);

    const later = new TestClient(app.url);
    expect((await later.signIn('sec', TEST_PASSWORD)).body).toMatchObject({ twoFactorRedirect: true });
    expect((await later.get('/me')).body.signedIn).toBe(false);
    expect((await later.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await later.send('POST', '/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200);
    expect((await later.get('/me')).body).toMatchObject({ signedIn: true, secondFactor: true });
  });

  test('others are not held up', async () => {
    const { client } = await signInAs(app, 'staff', { role: 'leader' });
    expect((await client.get('/me')).body.pending).toBeNull();
  });
});

describe('an identity provider', () => {
  const walk = async (profile: object) => {
    provider.profile = profile;
    const browser = new TestClient(app.url);
    const begun = await browser.send('POST', '/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/' });
    expect(begun.status).toBe(200);
    const asked = new URL(begun.body.url);
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    const sent = await fetch(asked, { redirect: 'manual' });
    const back = new URL(sent.headers.get('location')!);
    const arrived = await browser.send('GET', back.pathname + back.search);
    return { browser, arrived };
  };

  test('is offered on the sign-in page', async () => {
    expect((await new TestClient(app.url).get('/sign-in-options')).body.oidc).toEqual({
      providerId: 'oidc',
      name: { zh: '统一认证', en: '统一认证' },
    });
  });

  test('lets in a user whom the security administrator made with that address', async () => {
    const made = await signInAs(app, 'known', { role: 'leader' });
    await database.db.updateTable('user').set({ email: 'known@district.example' }).where('id', '=', made.id).execute();
    const { browser, arrived } = await walk({
      sub: 'p1',
      email: 'known@district.example',
      email_verified: true,
      name: '不同的名字',
    });
    expect(arrived.headers.get('location')).toBe('/');
    expect((await browser.get('/me')).body).toMatchObject({ signedIn: true, id: made.id, name: '测试用户 known' });
  });

  test('lets nobody in who is unknown or disabled here', async () => {
    const { browser, arrived } = await walk({
      sub: 'p2',
      email: 'stranger@district.example',
      email_verified: true,
      name: 'x',
    });
    expect(arrived.headers.get('location')).toContain('error');
    expect((await browser.get('/me')).body.signedIn).toBe(false);
    await database.db
      .updateTable('user_state')
      .set({ disabled_at: new Date() })
      .where('user_id', 'in', database.db.selectFrom('user').select('id').where('username', '=', 'known'))
      .execute();
    const again = await walk({ sub: 'p1', email: 'known@district.example', email_verified: true, name: 'x' });
    expect((await again.browser.get('/me')).body.signedIn).toBe(false);
  });
});

/** RFC 6238 with SHA-1, six digits and thirty seconds, written anew. */
function totp(base32: string): string {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = hash[19]! & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

interface StubProvider {
  server: Server;
  issuer: string;
  profile: object;
}

/** Just enough of OpenID Connect, on the loopback address, to be signed in by. */
async function startProvider(): Promise<StubProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  let nonce: string | null = null;
  const stub = { profile: {}, issuer: '' } as StubProvider;
  stub.server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', stub.issuer);
    const json = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: stub.issuer,
        authorization_endpoint: `${stub.issuer}/authorize`,
        token_endpoint: `${stub.issuer}/token`,
        userinfo_endpoint: `${stub.issuer}/userinfo`,
        jwks_uri: `${stub.issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/authorize') {
      nonce = url.searchParams.get('nonce');
      const back = new URL(url.searchParams.get('redirect_uri')!);
      back.searchParams.set('code', 'one-code');
      back.searchParams.set('state', url.searchParams.get('state')!);
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/keys') return json({ keys: [jwk] });
    if (url.pathname === '/userinfo') return json(stub.profile);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: stub.issuer,
      aud: 'forest',
      iat: now,
      exp: now + 300,
      ...(nonce && { nonce }),
      ...stub.profile,
    };
    const signed = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`;
    const idToken = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    return json({ access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: idToken });
  });
  await new Promise<void>((listening) => stub.server.listen(0, '127.0.0.1', listening));
  stub.issuer = `http://127.0.0.1:${(stub.server.address() as AddressInfo).port}`;
  return stub;
}
