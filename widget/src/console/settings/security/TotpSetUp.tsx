import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { securitySpeech } from '../kit/Sessions';
import { useForm } from '../kit/useForm';
import { qr } from './qr';

export interface TotpOffer {
  secret: string;
  uri: string;
  token: string;
}

interface SetUpProps {
  offer: TotpOffer;
  left(): void;
  sent(answer: { codes: string[] }): void;
}

/** The picture for the app, and the first code that proves it was taken. */
export function TotpSetUp({ offer, left, sent }: SetUpProps) {
  const w = useWords(securitySpeech);
  const form = useForm({
    w,
    initial: { code: '' },
    save: ({ code }) => api.post<{ codes: string[] }>('/api/account/totp/confirm', { token: offer.token, code }),
    saved: sent,
  });
  return (
    <>
      <p>{w.t('security.totp.how')}</p>
      <QrCode text={offer.uri} label={w.t('security.totp.qr')} />
      <p class="secret">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Form of={form} save={w.t('security.totp.confirm')} left={left}>
        <TextField label={w.t('security.totp.code')} autocomplete="one-time-code" required maxLength={7} {...form.field('code')} />
      </Form>
    </>
  );
}

/** Dark on light whatever the desk's colours are, with the four modules of quiet around that scanners need. */
function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qr(text);
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : []))).join('');
  const size = rows.length + 8;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
