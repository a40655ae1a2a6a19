import { request } from '../ui/http';

export interface Question {
  challenge: string;
  options: unknown;
}

/** Browsers that speak JSON with WebAuthn (level 3). */
export const canUsePasskeys = () => typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Throws a DOMException where the person or the browser says no. */
export async function signInWithPasskey(): Promise<void> {
  const { challenge, options } = await request<Question>('POST', '/api/account/passkey-sign-in/begin');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  await request('POST', '/api/account/passkey-sign-in', { challenge, credential: written(await navigator.credentials.get({ publicKey })) });
}

export const written = (credential: Credential | null) => (credential as PublicKeyCredential | null)?.toJSON();
