// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens by hand, for whoever holds the key: node's own AES-GCM and HKDF, none of the daemon's code.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Each kind of token has its own key. */
export const subkey = (key, kind) => Buffer.from(hkdfSync('sha256', key, 'mailmcp/1', kind, 32));
export const headerOf = (kind, kid = 'default') => `{"alg":"dir","enc":"A256GCM","kid":"${kid}","typ":"${kind}"}`;
export const legacyHeader = '{"alg":"dir","enc":"A256GCM"}';

/** Seals text under any header with any key and IV. */
export function sealText(text, { key, header, iv = randomBytes(12), tagLength = 16 }) {
  const encodedHeader = Buffer.from(header).toString('base64url');
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(encodedHeader));
  const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
  return [encodedHeader, '', iv.toString('base64url'), ciphertext.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
}

/** A token of this server, as it would make it itself. */
export const seal = (claims, key, kind) => sealText(JSON.stringify(claims), { key: subkey(key, kind), header: headerOf(kind) });
/** A token of mail_mcp 1.0. */
export const sealLegacy = (claims, key) => sealText(JSON.stringify(claims), { key, header: legacyHeader });

/** An access token of mail_mcp 1.0 for a mailbox; key: that of the daemon, in Base64. imap, smtp: {host, port}, with TLS. */
export function sealMailbox(baseUrl, key, { email, password, imap, smtp = imap }) {
  const now = Math.floor(Date.now() / 1000);
  const account = Object.fromEntries(Object.entries({ imap, smtp }).flatMap(([protocol, { host, port }]) => [[`${protocol}_host`, host],
    [`${protocol}_port`, port], [`${protocol}_ssl`, true], [`${protocol}_username`, email], [`${protocol}_password`, password]]));
  const claims = { iss: baseUrl, aud: baseUrl, typ: 'access', iat: now, exp: now + 3600, email, full_name: 'Alice', ...account };
  return sealLegacy(claims, Buffer.from(key, 'base64'));
}

export function open(token, key, kind) {
  const [header, , iv, ciphertext, tag] = token.split('.');
  const decipher = createDecipheriv('aes-256-gcm', subkey(key, kind), Buffer.from(iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(header));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return JSON.parse(decipher.update(Buffer.from(ciphertext, 'base64url'), undefined, 'utf8') + decipher.final('utf8'));
}

/** The same token with other claims; undefined takes one away. */
export const resealed = (token, key, kind, changes) => seal({ ...open(token, key, kind), ...changes }, key, kind);
