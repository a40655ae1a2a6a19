export const algorithms = ['HS256', 'RS256', 'ES256'] as const;
export const positions = ['Right', 'Left'] as const;

export interface SigningKey {
  id: string;
  algorithm: (typeof algorithms)[number];
  /** Null for a secret, which is shown nowhere. */
  publicKey: string | null;
  hint: string;
  createdAt: string;
  retiredAt: string | null;
}

export interface Site {
  id: string;
  /** 0: as the server's configuration has it. */
  version: number;
  key: string;
  name: string;
  origins: readonly string[];
  colour: string | null;
  title: { russian: string; english: string };
  greeting: { russian: string; english: string };
  position: (typeof positions)[number];
  notice: { text: { russian: string; english: string }; link: string | null; needsConsent: boolean };
  keys: readonly SigningKey[];
}
