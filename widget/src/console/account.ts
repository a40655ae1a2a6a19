import type { Me } from '../contract/hubs';
import { Refused } from '../core/refused';
import { request } from '../ui/http';

/** Null: nobody is signed in. */
export async function whoAmI(): Promise<Me | null> {
  try {
    return await request<Me>('GET', '/api/account/me');
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** `code`: of the authenticator app or a recovery code, once it was asked for. */
export const signIn = (email: string, password: string, code?: string) => request<void>('POST', '/api/account/sign-in', { email, password, ...(code && { code }) });

/** A write shows a token that only our own page can read. */
export async function signOut(): Promise<void> {
  const { token } = await request<{ token: string }>('GET', '/api/account/antiforgery');
  await request('POST', '/api/account/sign-out', undefined, { headers: { 'x-antiforgery': token } });
}
