import { type Question, written } from '../../passkeys';

/** The new passkey as the server takes it. Throws a DOMException where the person or the browser says no. */
export async function makePasskey({ challenge, options }: Question): Promise<{ challenge: string; credential: unknown }> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return { challenge, credential: written(await navigator.credentials.create({ publicKey })) };
}
